import {
  isReading,
  requestHead,
  ResponseCache,
  responseOf,
  turnsBetween,
  Unkept,
  Unwanted,
  type Incoming,
  type Reply,
  type RequestHead,
} from '@govexport/http';
import { nextTurn, nodeEncoders } from '@govexport/http/node';

/** Kept by whoever stands between the site and its readers; a reader's own program asks whether it has changed. */
const cacheControl = 'public, max-age=0, s-maxage=300, must-revalidate';

/**
 * Pages that were made before, in a bounded number of bytes. The dataset and the settings stay as they are while the server
 * runs, so that an address always has the same page.
 */
export class KeptPages {
  readonly #cache: ResponseCache<null>;
  /** What takes long begins one after another, so that what is kept is sent in between. */
  readonly #turn = turnsBetween(nextTurn);

  /** @param bytes - the most that is held */
  constructor(bytes: number) {
    this.#cache = new ResponseCache(bytes, nodeEncoders);
  }

  /** Bytes that are held. */
  get size(): number {
    return this.#cache.figures().bytes;
  }

  /**
   * Answers a request; `make` is asked for what was not made before. A redirection or an error is passed on and not kept.
   * An address is that of the request as a whole: without the setting `ORIGIN`, pages hold the name by which they were
   * asked for.
   *
   * @param make - is given a signal that is aborted once nobody waits for the page any more
   * @param came - the request as Node has it, and all by which `reply` tells it from others, where it will be asked for it
   */
  async answer(
    request: Request,
    make: (left: AbortSignal) => Promise<Response>,
    came?: { readonly incoming: Incoming; readonly address: string },
  ): Promise<Response> {
    const head = requestHead(request, came?.incoming);
    if (!isReading(head)) return make(head.left());
    const { href, search } = new URL(request.url);
    if (came !== undefined) this.#cache.note(came.address, href, null);
    const content = async (left: AbortSignal) => {
      await this.#turn();
      if (left.aborted) throw new Unwanted();
      const response = await make(left);
      if (response.status !== 200 || response.body === null) throw new Unkept(response);
      const headers = { 'cache-control': cacheControl, ...Object.fromEntries(response.headers) };
      const body = new Uint8Array(await response.arrayBuffer());
      // Every reader asks for a page without a choice; few share one with a choice.
      return { body, headers, effort: search === '' ? ('best' as const) : ('quick' as const) };
    };
    try {
      return responseOf(await this.#cache.reply(head, await this.#cache.get(href, content, head.left())));
    } catch (error) {
      if (error instanceof Unkept) return error.response;
      // Nobody reads it; the status is what a log usually has for this.
      if (error instanceof Unwanted) return new Response(null, { status: 499 });
      throw error;
    }
  }

  /** The answer to an address that was asked for before, as it is to be sent; undefined where `answer` is to be asked. */
  reply(address: string, head: RequestHead): Reply | Promise<Reply> | undefined {
    const found = isReading(head) ? this.#cache.find(address) : undefined;
    return found && this.#cache.reply(head, found.entry);
  }
}

/** The pages of this site. Every page without a choice takes less; what a form asks for shares the rest. */
export const sitePages = new KeptPages(128_000_000);
