/** The app on Deno: no server of ours, only its handler. Prints the port when it listens. */
import { openDataset } from '@govexport/router/node';
import { createApp } from '../dist/app.js';

declare const Deno: {
  serve: (options: object, handler: (request: Request) => Response | Promise<Response>) => unknown;
};

const { fetch } = createApp({ dataset: openDataset() });
Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }: { port: number }) => console.log(port) }, (request) =>
  fetch(request),
);
