import { Worker } from 'node:worker_threads';
import type { Delivery, Order } from './picture-worker.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** How long a worker without work is kept: its memory is that of the fonts and the renderer. */
const idleMilliseconds = 30_000;

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let orders = 0;

/** How many pictures are ordered and not yet drawn. */
export function ordersWaiting(): number {
  return waiting.size;
}

/** Has a picture drawn beside the main thread, so that other requests are answered meanwhile. */
export function orderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(idle);
  worker ??= begin();
  const id = (orders += 1);
  const drawn = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => waiting.set(id, { resolve, reject }));
  worker.ref();
  worker.postMessage({ id, svg } satisfies Order);
  return drawn;
}

function begin(): Worker {
  const begun = new Worker(new URL('./picture-worker.js', import.meta.url));
  begun.on('message', (delivery: Delivery) => deliver(delivery));
  // A worker that ends takes its orders with it; the next order begins another one.
  begun.on('error', (error) => abandon(begun, error instanceof Error ? error : new Error(String(error))));
  begun.on('exit', () => abandon(begun, new Error('The worker that draws pictures has ended.')));
  return begun;
}

function deliver(delivery: Delivery): void {
  const order = waiting.get(delivery.id);
  waiting.delete(delivery.id);
  if ('bytes' in delivery) order?.resolve(delivery.bytes);
  else order?.reject(new Error(delivery.error));
  if (waiting.size > 0) return;
  worker?.unref();
  idle = setTimeout(() => void worker?.terminate(), idleMilliseconds);
  idle.unref();
}

function abandon(ended: Worker, error: Error): void {
  if (worker !== ended) return;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
