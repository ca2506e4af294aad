import { mkdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import {
  fetchPage,
  HostTurns,
  LocationError,
  NoPage,
  Robots,
  usualLimits,
  writeNewFile,
  type Page,
} from '@govexport/dataset/maintain';
import { openDataset } from '@govexport/router/node';
import { UsageError } from '../args/failures.ts';
import type { Done, Task } from '../commands/command.ts';
import { agent } from './check-links.ts';
import { onFiles } from './perform.ts';
import { waczOf } from './wacz.ts';

interface Options {
  readonly output: string;
}

/** Stores the page of a source in a folder of the user's. */
export const snapshot = onFiles(async (task: Task, { output }: Options): Promise<Done> => {
  const id = task.places['source'] ?? '';
  const dataset = openDataset(task.dataset === '' ? undefined : task.dataset);
  const source = dataset.sources.find((one) => one.id === id);
  if (source === undefined)
    throw new UsageError(`SOURCE is "${id}"; allowed is the id of a source.`, task.command.name);
  if (source.url === null) throw new LocationError(`${id} has no address; expected a source with one.`);
  if (task.dataset !== '' && `${resolve(output)}${sep}`.startsWith(`${resolve(task.dataset)}${sep}`))
    throw new LocationError(`${output} lies in the dataset; expected a folder outside of it.`);
  task.progress(`opening ${source.url}`);
  const page = await opened(source.url);
  const at = new Date();
  mkdirSync(output, { recursive: true });
  const path = join(output, `${id}-${at.toISOString().slice(0, 10)}.wacz`);
  const content = await waczOf({ address: source.url, title: source.title ?? id, page, at });
  writeNewFile(path, content);
  const { url, status, sha256 } = page;
  return {
    answer: { written: path, source: id, url: source.url, final_url: url, http_status: status, content_sha256: sha256 },
    shown: { headline: `Wrote ${path} from ${url} (the server answered ${status}).`, tables: [] },
    exit_code: 0,
  };
});

async function opened(address: string): Promise<Page & { readonly content: Uint8Array }> {
  const asking = { agent, limits: usualLimits, turns: new HostTurns(1000) };
  try {
    if (!(await new Robots(asking).allows(address)))
      throw new NoPage('unsettled', 'its robots.txt asks programs to stay away');
    const { content, ...page } = await fetchPage(address, asking);
    if (content === null) throw new NoPage('unsettled', `it has more than ${usualLimits.bytes} bytes`);
    return { ...page, content };
  } catch (error) {
    if (error instanceof NoPage) throw new LocationError(`${address} was not stored: ${error.message}.`);
    throw error;
  }
}
