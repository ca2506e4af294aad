/** What gains from it; pictures are small as they are. */
const compressible = /^(text\/|application\/(json|xml|atom\+xml|speculationrules\+json))/;

/** Sends an answer in fewer bytes where the reader's program takes gzip. Files of the build are compressed beforehand. */
export function compress(request: Request, response: Response): Response {
  const accepts = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || response.headers.has('content-encoding') || !compressible.test(type)) return response;
  response.headers.append('vary', 'accept-encoding');
  if (!accepts || request.method === 'HEAD') return response;
  const headers = new Headers(response.headers);
  headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  const { status, statusText } = response;
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { status, statusText, headers });
}
