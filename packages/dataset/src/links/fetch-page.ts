import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HostTurns } from './host-turns.ts';

/** How far a request goes before it is given up. */
export interface Limits {
  /** Milliseconds for one answer with its content. */
  readonly time: number;
  /** Bytes of a content; of a longer one nothing is kept but that it is there. */
  readonly bytes: number;
  /** Addresses that one may lead on to. */
  readonly redirects: number;
  /** The longest wait, in milliseconds, that a server may ask for before it is asked once more. */
  readonly retry: number;
}

/** Limits that suit most pages. */
export const usualLimits: Limits = { time: 20_000, bytes: 20 * 1024 * 1024, redirects: 10, retry: 60_000 };

/** Who asks, and how. */
export interface Asking {
  readonly limits: Limits;
  readonly turns: HostTurns;
  /** What the program calls itself to servers. */
  readonly agent: string;
}

/** An answer of a server. */
export interface Page {
  /** The address that gave it. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The content as it was sent, without its encoding; null where it was longer than allowed. */
  readonly content: Uint8Array | null;
  readonly sha256: string | null;
}

/** Why there is no answer: `unreachable` where no server gave one, `unsettled` where one did that tells nothing. */
export class NoPage extends Error {
  readonly kind: 'unreachable' | 'unsettled';

  constructor(kind: NoPage['kind'], reason: string) {
    super(reason);
    this.kind = kind;
  }
}

/**
 * Opens an address and follows where it leads, by one request of each host at a time. A server that asks to come again
 * later is asked once more.
 *
 * @throws NoPage where there is no whole answer within the limits
 * @example
 * typeof fetchPage // => 'function'
 */
export async function fetchPage(address: string, asking: Asking): Promise<Page> {
  const seen = new Set<string>();
  let url = address;
  for (;;) {
    if (seen.has(url)) throw new NoPage('unsettled', `it leads round in a circle, back to ${url}`);
    if (seen.size > asking.limits.redirects)
      throw new NoPage('unsettled', `it leads on more than ${asking.limits.redirects} times`);
    seen.add(url);
    const page = await askPatiently(url, asking);
    const next = page.headers.get('location');
    if (page.status < 300 || page.status > 399 || next === null) return page;
    if (!URL.canParse(next, url)) throw new NoPage('unsettled', `it leads on to "${next}", which is no address`);
    url = new URL(next, url).href;
    if (!/^https?:/.test(url)) throw new NoPage('unsettled', `it leads on to ${url}, which is no page`);
  }
}

async function askPatiently(url: string, asking: Asking): Promise<Page> {
  const { host } = new URL(url);
  const page = await asking.turns.take(host, () => ask(url, asking));
  if (page.status !== 429 && page.status !== 503) return page;
  const pause = pauseOf(page.headers.get('retry-after'));
  if (pause === null || pause > asking.limits.retry) return page;
  return asking.turns.take(host, async () => {
    await wait(pause);
    return ask(url, asking);
  });
}

/** The milliseconds that a server asks to wait: a number of seconds, or a date. */
function pauseOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

async function ask(url: string, { limits, agent }: Asking): Promise<Page> {
  const signal = AbortSignal.timeout(limits.time);
  let answer: Response;
  try {
    answer = await fetch(url, { redirect: 'manual', signal, headers: { 'user-agent': agent, accept: '*/*' } });
  } catch (error) {
    throw new NoPage('unreachable', signal.aborted ? `no answer within ${limits.time / 1000} s` : reasonOf(error));
  }
  try {
    const content = await contentOf(answer, limits.bytes);
    const sha256 = content === null ? null : createHash('sha256').update(content).digest('hex');
    return { url, status: answer.status, headers: answer.headers, content, sha256 };
  } catch {
    throw new NoPage('unsettled', signal.aborted ? `no end within ${limits.time / 1000} s` : 'the answer broke off');
  }
}

async function contentOf({ body }: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const part of body ?? []) {
    length += (part as Uint8Array).byteLength;
    if (length > most) return null;
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
  return cause?.code ?? cause?.message ?? 'no connection';
}
