import { LRUCache } from 'lru-cache';
import { keptAnswer, sent, sizeOf, type KeptAnswer } from './kept-answer.ts';

/** Kept by whoever stands between the site and its readers; a reader's own program asks whether it has changed. */
const cacheControl = 'public, max-age=0, s-maxage=300, must-revalidate';

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

  constructor(bytes: number) {
    this.#answers = new LRUCache({ maxSize: bytes, maxEntrySize: Math.ceil(bytes / 8), sizeCalculation: sizeOf });
  }

  /** Bytes that are held. */
  get size(): number {
    return this.#answers.calculatedSize;
  }

  /**
   * Answers a request; `make` is asked for what was not made before. A redirection or an error is passed on and not kept.
   * An address is that of the request as a whole: without the setting `ORIGIN`, pages hold the name by which they were
   * asked for.
   */
  async answer(request: Request, make: () => Promise<Response>): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return make();
    const { href, search } = new URL(request.url);
    const known = this.#answers.get(href);
    if (known !== undefined) return sent(request, known);
    const response = await make();
    if (response.status !== 200 || response.body === null) return response;
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', cacheControl);
    const answer = await keptAnswer(response, search === '');
    // What answers HEAD may lack the body.
    if (request.method === 'GET') this.#answers.set(href, answer);
    return sent(request, answer);
  }
}
