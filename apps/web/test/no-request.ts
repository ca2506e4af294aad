/** Tests make no request of the site: what a page is asked for is given to its parts. */
export function getRequestEvent(): never {
  throw new Error('There is no request.');
}
