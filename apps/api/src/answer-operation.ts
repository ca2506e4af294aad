import { createCaller, decodeQuery, RequestError, type Context } from '@govexport/router';
import { canonicalJson, showValue } from '@govexport/schema';
import type { Context as RequestContext } from 'hono';
import type { Operation } from './operations.ts';

/** Answers one REST request: the query becomes an input, the procedure is asked, the answer is canonical JSON. */
export async function answerOperation(c: RequestContext, operation: Operation, context: Context): Promise<Response> {
  const answer = await operation.ask(createCaller(context), inputOf(c, operation) as never);
  return c.body(canonicalJson(answer), 200, { 'content-type': 'application/json' });
}

function inputOf(c: RequestContext, { input }: Operation): unknown {
  const parameters = [...new URL(c.req.url).searchParams];
  const fromPath = Object.entries<string>(c.req.param());
  if (input !== null) return decodeQuery(input, [...fromPath, ...parameters]);
  if (parameters.length === 0) return undefined;
  const expected = 'no input; this address takes none';
  throw new RequestError(
    'invalid-input',
    parameters.map(([field, value]) => ({ field, value: showValue(value), expected })),
  );
}
