import { canAsk } from './own-server.ts';

/** Another page of the site. */
export interface FetchedPage {
  page: Document;
  /** Where it came from, after any redirection. */
  address: string;
  status: number;
}

/**
 * Fetches another page of the site as a document.
 *
 * @param signal - ends a request whose answer nobody waits for any more
 * @throws where there is no network, or no server that answers choices
 */
export async function fetchPage(address: string, signal: AbortSignal | null = null): Promise<FetchedPage> {
  if (address.includes('?')) await canAsk();
  const response = await fetch(address, { headers: { accept: 'text/html' }, signal });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const { pathname, search } = new URL(response.url);
  // A static host ends the address of a page with a slash.
  return { page, address: pathname.replace(/(?<=.)\/$/, '') + search.replaceAll('%2C', ','), status: response.status };
}
