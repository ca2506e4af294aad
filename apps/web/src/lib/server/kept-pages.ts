import {
  isReading,
  requestHead,
  ResponseCache,
  responseOf,
  Unkept,
  type Reply,
  type RequestHead,
} from '@govexport/http';
import { nodeEncoders } from '@govexport/http/node';

/** Kept by whoever stands between the site and its readers; a reader's own program asks whether it has changed. */
const cacheControl = 'public, max-age=0, s-maxage=300, must-revalidate';

/**
 * Pages that were made before, in a bounded number of bytes. The dataset and the settings stay as they are while the server
 * runs, so that an address always has the same page.
 */
export class KeptPages {
  readonly #cache: ResponseCache<null>;

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
   * @param address - all by which `reply` tells the request from others, where it will be asked for it
   */
  async answer(request: Request, make: () => Promise<Response>, address?: string): Promise<Response> {
    const head = requestHead(request);
    if (!isReading(head)) return make();
    const { href, search } = new URL(request.url);
    if (address !== undefined) this.#cache.note(address, href, null);
    const content = async () => {
      const response = await make();
      if (response.status !== 200 || response.body === null) throw new Unkept(response);
      const headers = { 'cache-control': cacheControl, ...Object.fromEntries(response.headers) };
      const body = new Uint8Array(await response.arrayBuffer());
      // Every reader asks for a page without a choice; few share one with a choice.
      return { body, headers, effort: search === '' ? ('best' as const) : ('quick' as const) };
    };
    try {
      return responseOf(await this.#cache.reply(head, await this.#cache.get(href, content)));
    } catch (error) {
      if (error instanceof Unkept) return error.response;
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
