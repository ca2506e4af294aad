/** Another page of the site as a document, and the address that it came from after any redirection. */
export async function fetchPage(address: string): Promise<{ page: Document; address: string }> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const { pathname, search } = new URL(response.url);
  return { page, address: pathname + search.replaceAll('%2C', ',') };
}
