import type { Visit } from '../answers/visit.ts';
import { HttpProblem } from '../problems/problem.ts';

/** The most letters of a path with its query. */
export const longestAddress = 8_192;

/** The most bytes of a body that a request may announce; none is read. */
export const largestBody = 65_536;

/**
 * Refuses what no answer is made for.
 *
 * @throws HttpProblem `address-too-long`, `content-too-large` or `too-many-requests`
 */
export function checkLimits({ address, allowance, header }: Visit): void {
  if (allowance?.allowed === false) {
    const detail = `The client has made all its requests of this minute; it has new ones in ${allowance.reset} s.`;
    throw new HttpProblem('too-many-requests', { detail });
  }
  if (address.length > longestAddress) {
    const detail = `The address is ${address.length} letters long; allowed are at most ${longestAddress}.`;
    throw new HttpProblem('address-too-long', { detail });
  }
  const announced = Number(header('content-length') ?? 0);
  if (announced > largestBody) {
    const detail = `The body is ${announced} bytes long; allowed are at most ${largestBody}.`;
    throw new HttpProblem('content-too-large', { detail });
  }
}
