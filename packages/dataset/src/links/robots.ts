import parser from 'robots-parser';
import { fetchPage, NoPage, type Asking } from './fetch-page.ts';

/** The library says of itself that it has a default export, where it is the function itself. */
const robotsParser = parser as unknown as typeof parser.default;

/** Tells whether a program may open an address, by the robots.txt of its host, which is read once. */
export class Robots {
  readonly #asking: Asking;
  readonly #files = new Map<string, Promise<string>>();

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /**
   * Whether an address may be opened.
   *
   * Method: RFC 9309. A file that is not there allows everything; a server that cannot give it forbids everything.
   */
  async allows(address: string): Promise<boolean> {
    const file = new URL('/robots.txt', address).href;
    const text = this.#files.get(file) ?? this.#read(file);
    this.#files.set(file, text);
    return robotsParser(file, await text).isAllowed(address, this.#asking.agent) ?? true;
  }

  async #read(file: string): Promise<string> {
    try {
      const { status, content } = await fetchPage(file, this.#asking);
      if (status >= 500) return forbidsAll;
      return status === 200 ? new TextDecoder().decode(content ?? new Uint8Array()) : '';
    } catch (error) {
      // Where no server answers, the address itself says so.
      if (error instanceof NoPage) return error.kind === 'unreachable' ? '' : forbidsAll;
      throw error;
    }
  }
}

const forbidsAll = 'User-agent: *\nDisallow: /';
