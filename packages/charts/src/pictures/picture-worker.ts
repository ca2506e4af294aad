import { parentPort } from 'node:worker_threads';
import { drawPng } from './draw-png.ts';

/** A picture to draw, sent to the worker. */
export interface Order {
  readonly id: number;
  readonly svg: string;
}

/** What became of an order. */
export type Delivery = { readonly id: number } & (
  { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly error: string }
);

let last: Promise<void> = Promise.resolve();

async function serve({ id, svg }: Order): Promise<void> {
  try {
    const bytes = await drawPng(svg);
    parentPort?.postMessage({ id, bytes } satisfies Delivery, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Delivery);
  }
}

// One after the other: a picture takes memory while it is drawn.
parentPort?.on('message', (order: Order) => {
  last = last.then(() => serve(order));
});
