import type { Allowance } from '@govexport/http';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { m } from '#lib/generated/messages.js';
import type { Locale } from '#lib/generated/runtime.js';
import { paraglideMiddleware } from '#lib/generated/server.js';
import { languageTags } from '#lib/languages.ts';
import { currentHost } from '#lib/server/hosting.ts';
import { addressOf } from '#lib/server/host/request-address.ts';
import { sitePages } from '#lib/server/kept-pages.ts';

// No page holds a line of script or style: files of the site itself are all that may load, so no nonce is needed.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'speculation-rules': '"/speculation-rules.json"',
};

/** A dataset that cannot be used ends the server before it listens, with every problem in plain sentences. */
export const init: ServerInit = async () => {
  try {
    await import('#lib/server/caller.ts');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
};

/**
 * The letters that a page in each language asks for at once: those that stand on the first screen. Words that stand out in
 * Chinese are written by the reader's machine.
 */
const firstFonts: Record<Locale, RegExp> = {
  en: /letters-.*-latin-/,
  ru: /letters-.*-(latin|cyrillic)-/,
  zh: /letters-(serif-latin-600|sans-latin-400)/,
};

/** The language of the address holds for all that happens while the page is made. */
const make: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    const response = await resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%language%', languageTags[locale]),
      preload: ({ type, path }) => type === 'css' || (type === 'font' && firstFonts[locale].test(path)),
    });
    for (const [name, value] of Object.entries(securityHeaders)) {
      // What is made for other sites says so itself.
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    if (response.status === 503) response.headers.set('retry-after', '5');
    return response;
  });

/** While the site is written, a page changes from one request to the next. */
export const handle: Handle = (input) => {
  const { request, platform, url, locals } = input.event;
  // Where a page links to a path that begins with two slashes, it links to another site.
  if (url.pathname.includes('//')) {
    const location = url.pathname.replaceAll(/\/{2,}/g, '/') + url.search;
    return new Response(null, { status: 308, headers: { location } });
  }
  if (import.meta.env.DEV) return make(input);
  const [host, incoming] = [currentHost(), platform?.req];
  const client = host?.clientOf(incoming) ?? '';
  const allowance = host?.take(client);
  if (allowance?.allowed === false) return refuseOneTooMany(request, allowance);
  const makeFor = async (left: AbortSignal) => {
    locals.asker = { client, left };
    return make(input);
  };
  return sitePages.answer(request, makeFor, incoming && { incoming, address: addressOf(incoming, process.env) });
};

/** No page, which would cost more than the sentence. */
function refuseOneTooMany(request: Request, { reset }: Allowance): Response | Promise<Response> {
  return paraglideMiddleware(request, () => {
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': String(reset),
      'cache-control': 'no-store',
    };
    return new Response(`${m.error_too_many({ seconds: reset })}\n`, { status: 429, headers });
  });
}

/** What happened goes to the log; the reader gets a sentence without any inside of the server. */
export const handleError: HandleServerError = ({ error, kind }) => {
  if (kind === 'app') return;
  if (kind === 'framework') return error.status === 404 ? { message: m.error_nothing_here() } : undefined;
  console.error(error);
  return { message: m.error_failed() };
};
