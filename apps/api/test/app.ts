import { nodeEncoders } from '@govexport/http/node';
import { openDataset } from '@govexport/router/node';
import { createApp, type App } from '../src/app.ts';
import { packageFiles } from '../src/files/package-files.ts';

/** The published dataset. */
export const dataset = openDataset();

/** The app as the server runs it, without its limits. */
export const app = createApp(
  { dataset },
  {
    origin: 'http://127.0.0.1:8787',
    files: packageFiles(),
    encoders: nodeEncoders,
    metrics: () => Promise.resolve(''),
  },
);

/** What the app answers to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks the app without a network. */
export function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  return askOf(app, path, init);
}

/** Asks an app without a network. */
export async function askOf({ fetch }: App, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(new Request(`http://localhost${path}`, init));
  return { status: response.status, headers: response.headers, text: await response.text() };
}
