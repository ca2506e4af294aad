import { LRUCache } from 'lru-cache';
import { keptAnswer, replyOf, sizeOf, type Asked, type KeptAnswer, type Reply } from './kept-answer.ts';

/** Kept by whoever stands between the site and its readers; a reader's own program asks whether it has changed. */
const cacheControl = 'public, max-age=0, s-maxage=300, must-revalidate';

/** A small part of the memory is for addresses; they are many and short. */
const shareOfAddresses = 1 / 16;

/**
 * Answers that were made before, in a bounded number of bytes, the longest unused one leaving first. The dataset and the
 * settings stay as they are while the server runs, so that an address always has the same page.
 *
 * @param bytes - the most that is held
 * @example
 * const pages = new KeptPages(96_000_000);
 * await pages.answer(request, () => resolve(event));
 */
export class KeptPages {
  readonly #answers: LRUCache<string, KeptAnswer>;
  /** Addresses as they came in, and those of the answers. */
  readonly #addresses: LRUCache<string, string>;

  constructor(bytes: number) {
    const forAddresses = Math.ceil(bytes * shareOfAddresses);
    this.#answers = new LRUCache({
      maxSize: bytes - forAddresses,
      maxEntrySize: Math.ceil(bytes / 8),
      sizeCalculation: sizeOf,
    });
    this.#addresses = new LRUCache({
      maxSize: forAddresses,
      sizeCalculation: (href, address) => 2 * (href.length + address.length) + 256,
    });
  }

  /** Bytes that are held. */
  get size(): number {
    return this.#answers.calculatedSize + this.#addresses.calculatedSize;
  }

  /**
   * Answers a request; `make` is asked for what was not made before. A redirection or an error is passed on and not kept.
   * An address is that of the request as a whole: without the setting `ORIGIN`, pages hold the name by which they were
   * asked for.
   *
   * @param address - all by which `reply` tells the request from others, where it will be asked for it
   */
  async answer(request: Request, make: () => Promise<Response>, address?: string): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return make();
    const { href, search } = new URL(request.url);
    if (address !== undefined) this.#addresses.set(address, href);
    const known = this.#answers.get(href);
    if (known !== undefined) return responseOf(await replyOf(askedBy(request), known));
    const response = await make();
    if (response.status !== 200 || response.body === null) return response;
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', cacheControl);
    const answer = await keptAnswer(response, search === '');
    // What answers HEAD may lack the body.
    if (request.method === 'GET') this.#answers.set(href, answer);
    return responseOf(await replyOf(askedBy(request), answer));
  }

  /** The answer to an address that was asked for before, as it is to be sent; undefined where `answer` is to be asked. */
  reply(address: string, asked: Asked): Reply | Promise<Reply> | undefined {
    if (asked.method !== 'GET' && asked.method !== 'HEAD') return undefined;
    const href = this.#addresses.get(address);
    const answer = href === undefined ? undefined : this.#answers.get(href);
    return answer && replyOf(asked, answer);
  }
}

function askedBy({ method, headers }: Request): Asked {
  return { method, accepted: headers.get('accept-encoding') ?? '', known: headers.get('if-none-match') ?? '' };
}

function responseOf({ status, headers, body }: Reply): Response {
  const pairs = headers.flatMap((name, at) =>
    at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as [string, string]] : [],
  );
  return new Response(body, { status, headers: pairs });
}
