/**
 * Lets what takes long begin one after another: each call waits for the next turn. Between two turns the host does what
 * waits, so that an answer that is kept, or a probe of the server's health, waits for one computation and not for all that
 * were asked for.
 *
 * @param pause - over once the host has done what waited
 */
export function turnsBetween(pause: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(pause);
    return last;
  };
}

/** A pause as every runtime has it. */
export function timerPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** What is thrown in place of an answer that nobody waits for any more. */
export class ClientGone extends Error {
  constructor() {
    super('The client has closed its connection.');
  }
}
