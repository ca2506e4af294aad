/**
 * Lets what takes long begin one after another: each call waits for the next turn. Between two turns the host does what
 * waits, so that an answer that is kept, or a probe of the server's health, waits for one making and not for all that
 * were asked for.
 *
 * @param pause - over once the host has done what waited
 */
export function turnsBetween(pause: () => Promise<void> = timerPause): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(pause);
    return last;
  };
}

/** A pause as every runtime has it. */
function timerPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
