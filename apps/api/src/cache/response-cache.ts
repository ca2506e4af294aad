import { LRUCache } from 'lru-cache';
import { entryOf, sizeOf, type Content, type Encoders, type Encoding, type Entry } from './entry.ts';
import type { Policy } from './policy.ts';

/** An address as it was written, and what answers it. */
interface Known {
  readonly key: string;
  readonly policy: Policy;
}

/** What a request finds in the cache. */
export interface Found {
  readonly entry: Entry;
  readonly policy: Policy;
}

/** How often the cache had an answer, and what it holds. */
export interface CacheFigures {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
}

/** A small part of the memory is for addresses; they are many and short. */
const shareOfAddresses = 0.125;

/**
 * Answers in a bounded number of bytes, the longest unused one leaving first. An answer is kept under its canonical
 * input, so that every way to write a request finds the same one; an address that was written before finds it at once.
 */
export class ResponseCache {
  readonly #answers: LRUCache<string, Entry>;
  readonly #addresses: LRUCache<string, Known>;
  readonly #pending = new Map<string, Promise<Entry>>();
  readonly #encoding = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #encoders: Encoders;
  #hits = 0;
  #misses = 0;

  constructor(bytes: number, encoders: Encoders) {
    const forAddresses = Math.max(1, Math.floor(bytes * shareOfAddresses));
    this.#answers = new LRUCache({ maxSize: Math.max(1, bytes - forAddresses), sizeCalculation: sizeOf });
    this.#addresses = new LRUCache({
      maxSize: forAddresses,
      sizeCalculation: ({ key }, address) => 2 * (key.length + address.length) + 256,
    });
    this.#encoders = encoders;
  }

  /** The answer to an address that was written the same way before. */
  find(address: string): Found | undefined {
    const known = this.#addresses.get(address);
    const entry = known && this.#answers.get(known.key);
    if (entry === undefined) return undefined;
    this.#hits += 1;
    return { entry, policy: known?.policy ?? 'revalidate' };
  }

  /** Notes that an address is answered by a key. */
  note(address: string, known: Known): void {
    this.#addresses.set(address, known);
  }

  /** The answer of a key, made where there is none; requests for the same key wait for one making. */
  async get(key: string, make: () => Promise<Content>): Promise<Entry> {
    const kept = this.#answers.get(key) ?? this.#pending.get(key);
    if (kept !== undefined) {
      this.#hits += 1;
      return kept;
    }
    this.#misses += 1;
    const making = make().then((content) => this.entryOf(key, content));
    this.#pending.set(key, making);
    try {
      const entry = await making;
      this.#answers.set(key, entry);
      return entry;
    } finally {
      this.#pending.delete(key);
    }
  }

  /** Makes an entry of a content; it is not kept. */
  entryOf(key: string, content: Content): Promise<Entry> {
    return entryOf(key, content, this.#encoders.digest);
  }

  /** Compresses an entry once; it then counts for more. */
  async encode(entry: Entry, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const place = `${encoding}\n${entry.key}`;
    const running = this.#encoding.get(place) ?? this.#compress(entry, encoding);
    this.#encoding.set(place, running);
    try {
      return await running;
    } finally {
      this.#encoding.delete(place);
    }
  }

  async #compress(entry: Entry, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = (await this.#encoders.compressors[encoding]?.(entry.bytes)) ?? entry.bytes;
    entry.encoded.set(encoding, bytes);
    // Only a new object is measured anew.
    if (this.#answers.has(entry.key)) this.#answers.set(entry.key, { ...entry });
    return bytes;
  }

  figures(): CacheFigures {
    const { size: entries, calculatedSize: bytes } = this.#answers;
    return { hits: this.#hits, misses: this.#misses, entries, bytes: bytes + this.#addresses.calculatedSize };
  }
}
