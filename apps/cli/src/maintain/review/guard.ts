import { timingSafeEqual } from 'node:crypto';

/** What of a request decides whether it is let in. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** The header `Sec-Fetch-Site`; `none` where a browser says nothing. */
  readonly site: string;
}

/** Where the page is. */
export interface Address {
  /** `127.0.0.1:` and the port. */
  readonly host: string;
  /** What every path begins with, known to the person alone. */
  readonly token: string;
}

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 403 | 404 | 405;
  readonly sentence: string;
}

/**
 * Why a request is refused; null where it is let in. A page of another site can neither read nor write: it has another
 * origin, a name that was bound to this machine is another host, and nobody else knows the token.
 */
export function refusalOf({ method, path, host, origin, site }: Asked, address: Address): Refusal | null {
  if (host !== address.host)
    return { status: 403, sentence: `Only ${address.host} is answered; the request names another host.` };
  if (origin !== undefined && origin !== `http://${address.host}`)
    return { status: 403, sentence: 'The request comes from another page.' };
  if (!['same-origin', 'none'].includes(site)) return { status: 403, sentence: 'The request comes from another page.' };
  if (!isSame(path.split('/')[1] ?? '', address.token))
    return { status: 404, sentence: 'Nothing is here; the address that the program printed has the page.' };
  if (!['GET', 'POST'].includes(method)) return { status: 405, sentence: 'Only GET and POST are answered.' };
  return null;
}

/** In a time that does not tell how much is the same. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
