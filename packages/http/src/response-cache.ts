import { LRUCache } from 'lru-cache';
import type { Bytes, Encoders, Encoding } from './encodings.ts';
import { entryOf, sizeOf, type Content, type Entry } from './entry.ts';
import { replyTo, type Reply } from './reply.ts';
import type { RequestHead } from './request-head.ts';

/** What a request finds in the cache: the entry, and what was noted of the address. */
export interface Found<Note> {
  readonly entry: Entry;
  readonly note: Note;
}

/** How often the cache had an answer, and what it holds. */
export interface CacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
}

/** An answer that is not to be kept; it is thrown where a content was to be made. */
export class Unkept extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super('The answer is not kept.');
    this.response = response;
  }
}

/** A small part of the memory is for addresses; they are many and short. */
const shareOfAddresses = 0.125;

/** One answer takes no more of the rest than this, so that a large one does not drive out all others. */
const shareOfOne = 0.5;

/**
 * Answers in a bounded number of bytes, the longest unused one leaving first. An answer is kept under a key, so that every
 * way to write a request finds the same one; an address that was written before finds it at once.
 *
 * @example
 * const cache = new ResponseCache(1_000_000, webEncoders);
 * const make = async () => ({ body: 'Hello', headers: { 'content-type': 'text/plain' } });
 * const entry = await cache.get('greeting', make);
 * cache.note('/hello', 'greeting', 'what the address is for');
 * cache.find('/hello') // => { entry, note: 'what the address is for' }
 * const { status, body } = await cache.reply(requestHead(new Request('http://localhost/hello')), entry);
 * [status, new TextDecoder().decode(body)] // => [200, 'Hello']
 */
export class ResponseCache<Note> {
  readonly #answers: LRUCache<string, Entry>;
  readonly #addresses: LRUCache<string, { readonly key: string; readonly note: Note }>;
  readonly #making = new Map<string, Promise<Entry>>();
  readonly #encoders: Encoders;
  #hits = 0;
  #misses = 0;

  /** @param bytes - the most that is held */
  constructor(bytes: number, encoders: Encoders) {
    const forAddresses = Math.max(1, Math.floor(bytes * shareOfAddresses));
    const forAnswers = Math.max(1, bytes - forAddresses);
    this.#answers = new LRUCache({
      maxSize: forAnswers,
      maxEntrySize: Math.ceil(shareOfOne * forAnswers),
      sizeCalculation: sizeOf,
    });
    this.#addresses = new LRUCache({
      maxSize: forAddresses,
      sizeCalculation: ({ key }, address) => 2 * (key.length + address.length) + 256,
    });
    this.#encoders = encoders;
  }

  /** The answer to an address that was written the same way before. */
  find(address: string): Found<Note> | undefined {
    const known = this.#addresses.get(address);
    const entry = known && this.#answers.get(known.key);
    if (known === undefined || entry === undefined) return undefined;
    this.#hits += 1;
    return { entry, note: known.note };
  }

  /** Notes that an address is answered by a key, and what else is to be known of it. */
  note(address: string, key: string, note: Note): void {
    this.#addresses.set(address, { key, note });
  }

  /**
   * The answer of a key, made where there is none. Requests for the same key wait for one making; where that fails, each of
   * them makes its own, since what failed for one, such as a client that has gone, need not fail for the next.
   */
  async get(key: string, make: () => Promise<Content>): Promise<Entry> {
    const kept = this.#answers.get(key) ?? (await this.#making.get(key)?.catch(() => undefined));
    if (kept !== undefined) {
      this.#hits += 1;
      return kept;
    }
    return this.#making.has(key) ? this.get(key, make) : this.#make(key, make);
  }

  async #make(key: string, make: () => Promise<Content>): Promise<Entry> {
    this.#misses += 1;
    const making = make().then((content) => entryOf(key, content, this.#encoders));
    this.#making.set(key, making);
    try {
      const entry = await making;
      this.#answers.set(key, entry);
      return entry;
    } finally {
      this.#making.delete(key);
    }
  }

  /** An entry that is not kept. */
  passing(content: Content): Promise<Entry> {
    return entryOf('', content, this.#encoders);
  }

  /**
   * An entry as a request asks for it.
   *
   * @param cacheControl - where the entry itself does not say how long others may keep it
   */
  reply(head: RequestHead, entry: Entry, cacheControl?: string): Reply | Promise<Reply> {
    return replyTo(head, entry, { cacheControl, encode: this.#encode });
  }

  /** Compresses an entry once, for all who wait for it; it then counts for more. */
  readonly #encode = (entry: Entry, encoding: Encoding): Promise<Bytes> => {
    const { key, bytes, effort, encoded } = entry;
    const making = (this.#encoders.compressors[encoding]?.(bytes, effort) ?? Promise.resolve(bytes)).then(
      (made) => {
        encoded.set(encoding, made);
        // Only a new object is measured anew.
        if (this.#answers.has(key)) this.#answers.set(key, { ...entry });
        return made;
      },
      (error: unknown) => {
        encoded.delete(encoding);
        throw error;
      },
    );
    encoded.set(encoding, making);
    return making;
  };

  figures(): CacheFigures {
    const { size: entries, calculatedSize: bytes } = this.#answers;
    return { hits: this.#hits, misses: this.#misses, entries, bytes: bytes + this.#addresses.calculatedSize };
  }
}
