import { spawn } from 'node:child_process';
import { askOperation } from '@govexport/router';
import type { Done, Task } from '../commands/command.ts';
import { openAnyDataset } from '../start/open-any-dataset.ts';

/** The address of the page of a record, printed or opened. */
export async function open(task: Task, { site, browser }: { site: string; browser: boolean }): Promise<Done> {
  const { id } = task.places;
  const dataset = await openAnyDataset(task.dataset);
  const cited =
    id === undefined ? null : ((await askOperation('citations.record', { dataset }, { id })) as { address: string });
  const address = new URL(cited === null ? '/' : pageOf(cited.address), site).href;
  if (browser) openInBrowser(address);
  return { answer: { address }, shown: { headline: address, tables: [], verbatim: `${address}\n` }, exit_code: 0 };
}

/** The page of what the API has at an address such as /v1/programs/GX-0001. */
function pageOf(address: string): string {
  const [, , table = '', id = ''] = address.split('/');
  return ['programs', 'sources'].includes(table) ? `/${table}/${id}` : `/records/${table}/${id}`;
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** The address is printed in any case: where no browser can be opened, a person opens it. */
export function openInBrowser(address: string): void {
  const [program, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () =>
    process.stderr.write(`govexport: ${program} is missing, so that no browser can be opened.\n`),
  );
  child.unref();
}
