import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from './site-server.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Whether a path leads to a folder, a file or nothing. */
async function kindOf(place: string): Promise<'folder' | 'file' | null> {
  const found = await stat(place).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? 'folder' : 'file';
}

/**
 * Serves the folder of the static site as a plain host does: files, the index of a folder, and 404.html. The worker can be
 * made to fail at first, so many times.
 */
export async function startStaticHost(failures = 0): Promise<Site> {
  let left = failures;
  const host = createServer((request, response) => {
    void (async () => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://host');
      if (pathname === '/site-worker.js' && left > 0) {
        left -= 1;
        response.writeHead(503).end();
        return;
      }
      const place = join(dist, decodeURIComponent(pathname));
      const kind = await kindOf(place);
      if (kind === 'folder' && !pathname.endsWith('/')) {
        response.writeHead(301, { location: `${pathname}/${search}` }).end();
        return;
      }
      const file = kind === 'folder' ? join(place, 'index.html') : place;
      const isFound = (await kindOf(file)) === 'file';
      const shown = isFound ? file : join(dist, '404.html');
      response.writeHead(isFound ? 200 : 404, { 'content-type': types[extname(shown)] ?? 'text/plain' });
      response.end(await readFile(shown));
    })();
  });
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve);
  });
  const { port } = host.address() as AddressInfo;
  const stop = async () => {
    host.closeAllConnections();
    await new Promise((resolve) => {
      host.close(resolve);
    });
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}
