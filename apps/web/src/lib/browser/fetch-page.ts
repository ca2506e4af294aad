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
  const response = await fetch(asked, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const { pathname, search } = new URL(response.url);
  return { page, address: pathname + search.replaceAll('%2C', ','), ok: response.ok };
}
