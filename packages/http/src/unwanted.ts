/** What is thrown in place of an answer that nobody waits for any more: everybody who asked has closed the connection. */
export class Unwanted extends Error {
  override readonly name = 'Unwanted';

  constructor() {
    super('Nobody waits for the answer any more.');
  }
}
