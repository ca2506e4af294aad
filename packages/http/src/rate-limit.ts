import { LRUCache } from 'lru-cache';

/** What a client may still ask. */
export interface Allowance {
  readonly allowed: boolean;
  /** Seconds until there is a whole minute's worth again. */
  readonly reset: number;
  /** The headers that say so (draft-ietf-httpapi-ratelimit-headers): names and values in turn. */
  readonly headers: readonly string[];
}

interface Window {
  used: number;
  readonly endsAt: number;
}

const seconds = 60;

/** So many clients are remembered; those that have not asked for the longest are forgotten first. */
const remembered = 10_000;

/**
 * Counts the requests of each client in windows of a minute. The memory is bounded however many clients there are.
 * The counting is of our own: the limiters at hand work with promises or a timer for each client, which costs a cached
 * answer more than the answer itself.
 */
export class RateLimit {
  readonly #limit: number;
  readonly #policy: string;
  readonly #windows = new LRUCache<string, Window>({ max: remembered });

  /** @param limit - requests a client may make in a minute */
  constructor(limit: number) {
    this.#limit = limit;
    this.#policy = `"client";q=${limit};w=${seconds}`;
  }

  /**
   * Counts a request of a client.
   *
   * @param now - milliseconds of a clock that only goes forward
   */
  take(client: string, now: number): Allowance {
    const window = this.#windowOf(client, now);
    window.used += 1;
    const allowed = window.used <= this.#limit;
    const reset = Math.max(1, Math.ceil((window.endsAt - now) / 1_000));
    const left = Math.max(0, this.#limit - window.used);
    const headers = ['ratelimit', `"client";r=${left};t=${reset}`, 'ratelimit-policy', this.#policy];
    if (!allowed) headers.push('retry-after', String(reset));
    return { allowed, reset, headers };
  }

  #windowOf(client: string, now: number): Window {
    const current = this.#windows.get(client);
    if (current !== undefined && current.endsAt > now) return current;
    const fresh = { used: 0, endsAt: now + seconds * 1_000 };
    this.#windows.set(client, fresh);
    return fresh;
  }
}
