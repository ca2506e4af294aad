import { setTimeout as wait } from 'node:timers/promises';

/**
 * Gives each host one request at a time, and a pause after it.
 *
 * @example
 * await new HostTurns(0).take('example.org', () => Promise.resolve('done')) // => 'done'
 */
export class HostTurns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #pause: number;

  /** @param pause - milliseconds from the end of a request to the next one of the same host */
  constructor(pause: number) {
    this.#pause = pause;
  }

  /** Does something in the turn of a host. */
  async take<Result>(host: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(host);
    const mine = (async () => {
      if (before !== undefined) {
        await before.catch(() => undefined);
        await wait(this.#pause);
      }
      return act();
    })();
    this.#last.set(host, mine);
    return mine;
  }
}
