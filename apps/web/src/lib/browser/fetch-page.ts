import { canAsk } from './own-server.ts';

/** Another page of the site. */
export interface FetchedPage {
  page: Document;
  /** Where it came from, after any redirection. */
  address: string;
  /** Whether it is an answer, and not the page of an error. */
  ok: boolean;
}

/** Fetches another page of the site as a document. */
export async function fetchPage(asked: string): Promise<FetchedPage> {
  if (asked.includes('?')) await canAsk();
  const response = await fetch(asked, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const { pathname, search } = new URL(response.url);
  // A static host ends the address of a page with a slash.
  return { page, address: pathname.replace(/(?<=.)\/$/, '') + search.replaceAll('%2C', ','), ok: response.ok };
}
