import { executionAsyncResource } from 'node:async_hooks';
import { setFlagsFromString } from 'node:v8';

/** Kept as long as the process, for its shape alone. */
const kept: object[] = [];

/** Sets the engine up for a server; ADR 11 tells what each step is worth. */
export function tuneEngine(): void {
  // Collect once the heap has grown by 30 percent of what is in use; left alone, it grows to as much again.
  setFlagsFromString('--heap-growing-percent=30');
  // Objects of a request are young, whichever requests came before. Left alone, V8 learns from requests that wait for a
  // long computation that they live long, and every later one then leaves its objects in the old space.
  setFlagsFromString('--no-allocation-site-pretenuring');
  // One object of Node's queue of ticks is kept. In a pause without any, a collection forgets the shape of them, and all
  // that was learnt of it with it: every later request costs a quarter more.
  process.nextTick(() => kept.push(executionAsyncResource()));
}
