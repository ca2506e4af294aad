import { server } from 'built-server';
import { settings } from 'site-contents';

let started: Promise<void> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * The answer of the site's own server, made in this browser. Requests are answered one after another: the server keeps
 * the language of a page beside the request, which only Node keeps apart for many at once.
 */
export function answerHere(url: URL): Promise<Response> {
  const answer = last.then(async () => {
    await (started ??= server.init({ env: settings }));
    const request = new Request(withoutSlash(url), { headers: { accept: 'text/html,*/*' } });
    return server.respond(request, { getClientAddress: () => '127.0.0.1' });
  });
  last = answer.catch(() => undefined);
  return answer.then(readyToSend);
}

/** Static hosts end the address of a page with a slash; the pages know it without. */
export function withoutSlash(url: URL): URL {
  const bare = new URL(url);
  bare.pathname = bare.pathname.replace(/(?<=.)\/+$/, '');
  return bare;
}

/** A browser resolves the address of a redirection only where it is whole. */
function readyToSend(response: Response): Response {
  const place = response.headers.get('location');
  return place === null ? response : Response.redirect(new URL(place, self.location.origin), response.status);
}
