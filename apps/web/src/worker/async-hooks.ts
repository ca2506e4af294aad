/**
 * What the server asks of `node:async_hooks`, where requests are answered one after another: what is kept for a request
 * stays until the next one.
 */
export class AsyncLocalStorage<Kept> {
  #kept: Kept | undefined;

  run<Answer>(kept: Kept, answer: () => Answer): Answer {
    this.#kept = kept;
    return answer();
  }

  getStore(): Kept | undefined {
    return this.#kept;
  }
}
