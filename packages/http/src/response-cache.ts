import { LRUCache } from 'lru-cache';
import type { Bytes, Encoders, Encoding } from './encodings.ts';
import { entryOf, sizeOf, type Content, type Entry } from './entry.ts';
import { replyTo, type Reply } from './reply.ts';
import type { RequestHead } from './request-head.ts';
import { Unwanted } from './unwanted.ts';

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

/** An answer that is being made, and for how many. */
interface Making {
  readonly entry: Promise<Entry>;
  /** Aborted once nobody waits for it any more. */
  readonly left: AbortController;
  waiting: number;
}

/** A question to the cache. */
interface Asked {
  readonly key: string;
  readonly make: (left: AbortSignal) => Promise<Content>;
  readonly left: AbortSignal | undefined;
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
  readonly #making = new Map<string, Making>();
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
   *
   * @param make - is given a signal that is aborted once everybody has left who waits for this making
   * @param left - aborted once who asks has left
   * @throws Unwanted where who asks has left and nothing is kept
   */
  async get(key: string, make: (left: AbortSignal) => Promise<Content>, left?: AbortSignal): Promise<Entry> {
    const making = this.#making.get(key);
    const kept = this.#answers.get(key) ?? (making && (await entryFor(left, making).catch(() => undefined)));
    if (kept !== undefined) {
      this.#hits += 1;
      return kept;
    }
    // Who has left meanwhile needs no making of its own.
    if (left?.aborted === true) throw new Unwanted();
    return this.#making.has(key) ? this.get(key, make, left) : this.#make({ key, make, left });
  }

  async #make({ key, make, left }: Asked): Promise<Entry> {
    this.#misses += 1;
    const everybody = new AbortController();
    const entry = make(everybody.signal).then((content) => entryOf(key, content, this.#encoders));
    const making = { entry, left: everybody, waiting: 0 };
    this.#making.set(key, making);
    try {
      const made = await entryFor(left, making);
      this.#answers.set(key, made);
      return made;
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

/** Waits for an answer that is being made. */
function entryFor(left: AbortSignal | undefined, making: Making): Promise<Entry> {
  making.waiting += 1;
  const leave = () => {
    making.waiting -= 1;
    if (making.waiting === 0) making.left.abort();
  };
  if (left?.aborted === true) leave();
  left?.addEventListener('abort', leave);
  return making.entry.finally(() => left?.removeEventListener('abort', leave));
}
