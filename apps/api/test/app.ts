import { openDataset } from '@govexport/router/node';
import { createApp } from '../src/app.ts';

/** The published dataset. */
export const dataset = openDataset();

const app = createApp({ dataset });

/** What the app answers to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Asks the app without a network. */
export async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await app.request(path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}
