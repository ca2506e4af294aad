/// <reference lib="webworker" />
import { files, version } from 'site-contents';
import { answerHere, withoutSlash } from './answer-here.ts';

// The server of the site, held by the browser: it answers what a static host cannot, and everything where there is no
// network. A page without a choice comes from the host as long as that can be reached.

const worker = self as unknown as ServiceWorkerGlobalScope;
const family = 'govexport-';
const kept = family + version;
const held = new Set(files);

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => worker.clients.claim()));
});

// A page that was loaded past the worker asks to be answered from now on.
worker.addEventListener('message', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
  event.respondWith(respond(event.request, url));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(kept);
  // Past the browser's own memory, in which a file may stand as an older build had it.
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(family) && name !== kept).map((name) => caches.delete(name)),
  );
}

async function respond(request: Request, url: URL): Promise<Response> {
  if (held.has(url.pathname)) return (await caches.match(url.pathname, { cacheName: kept })) ?? fetch(request);
  if (url.search !== '') {
    const bare = withoutSlash(url);
    return bare.href === url.href ? answerHere(url) : Response.redirect(bare, 302);
  }
  try {
    const response = await fetch(request);
    // The host knows addresses by the letter; the server knows what is meant, and else what may be.
    return response.status === 404 && request.mode === 'navigate' ? await answerHere(url) : response;
  } catch {
    return answerHere(url);
  }
}
