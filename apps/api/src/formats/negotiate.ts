import Negotiator from 'negotiator';
import { HttpProblem } from '../problems/problem.ts';
import { formats, isPicture, type Format } from './formats.ts';

/**
 * The format that an answer is given in: that of the ending of the address, or the first one that the header Accept
 * prefers.
 *
 * @throws HttpProblem `not-acceptable` with the formats that there are
 */
export function formatOf(
  available: readonly Format[],
  { ending, accept }: { ending: Format | undefined; accept: string | undefined },
): Format {
  if (ending !== undefined) {
    if (available.includes(ending)) return ending;
    throw notAcceptable('the ending of the address', {
      value: `.${ending}`,
      allowed: available.map((name) => `.${name}`),
    });
  }
  // A browser that opens a page takes pictures as well as text, but it has not asked for one.
  const offered = accept?.includes('text/html') ? available.filter((name) => !isPicture(name)) : available;
  const types = offered.map((name) => formats[name]);
  // A client that says nothing takes anything.
  const [chosen] = new Negotiator({ headers: { accept: accept === '' ? undefined : accept } }).mediaTypes(types);
  const format = offered.find((name) => formats[name] === chosen);
  if (format !== undefined) return format;
  throw notAcceptable('accept', { value: accept ?? '', allowed: types });
}

/** Whether a client would rather have a page for people than JSON; one that takes anything is a program. */
export function prefersPage(accept: string | undefined): boolean {
  const headers = { accept: accept === '' ? undefined : accept };
  return new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html';
}

function notAcceptable(field: string, { value, allowed }: { value: string; allowed: readonly string[] }): HttpProblem {
  const [shown, expected] = [JSON.stringify(value.slice(0, 100)), `one of ${allowed.join(', ')}`];
  const detail = `${field} is ${shown}; allowed is ${expected}.`;
  return new HttpProblem('not-acceptable', { detail, errors: [{ field, value: shown, expected }] });
}
