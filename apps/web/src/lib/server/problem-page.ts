import { problemOf } from '@govexport/router';
import { error, isHttpError, isRedirect } from '@sveltejs/kit';

/** Gives an answer of the router; its refusals become error pages that name field, value and what is allowed. */
export async function orProblemPage<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (thrown) {
    if (isHttpError(thrown) || isRedirect(thrown)) throw thrown;
    const { status, detail, issues } = problemOf(thrown);
    if (status >= 500) throw thrown;
    error(status, detail, { issues: [...issues] });
  }
}
