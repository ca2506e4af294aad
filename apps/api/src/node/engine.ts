import { setFlagsFromString } from 'node:v8';

/**
 * Sets the engine up for a server. V8 reads these flags at each collection of garbage, so that they can still be set once
 * it runs.
 */
export function tuneEngine(): void {
  // Collect once the heap has grown by 30 percent of what is in use; left alone, it grows to as much again.
  setFlagsFromString('--heap-growing-percent=30');
  // Objects of a request are young, whichever requests came before. Left alone, V8 learns from requests that wait for a
  // long computation that they live long, and every later one then leaves its objects in the old space.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // Never forget the shapes of objects that fast code was made for. Left alone, three collections without a request in
  // flight lose those of Node's own queue of ticks, and every later request costs a third more.
  setFlagsFromString('--retain-maps-for-n-gc=1000000');
}
