import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { plain, textTable } from '@govexport/router';
import {
  begunDataset,
  expectFree,
  licenseAddressOf,
  LocationError,
  readFieldText,
  shortNameOf,
  writeDataset,
  writeNewFile,
} from '@govexport/dataset/maintain';
import { showValue, type FlatField } from '@govexport/schema';
import { z } from 'zod';
import { UsageError } from '../args/failures.ts';
import { Beginning } from '../commands/beginning.ts';
import { checkedValues } from '../commands/checked-options.ts';
import type { Done, Task } from '../commands/command.ts';
import { programVersion } from '../start/versions.ts';
import { askFields } from './ask-fields.ts';
import { converse, here, type Terminal } from './conversation.ts';
import { onFiles } from './perform.ts';
import { thisYear } from './this-year.ts';
import { workflowFile, workflowText } from './workflow.ts';

type Given = Readonly<Record<string, unknown>>;

/** Begins a dataset in a folder. */
export const init = onFiles((task: Task) => begin(task));

/** Begins a dataset by options, or by questions where a person can be asked and something needed is not given. */
export async function begin(task: Task, terminal = here): Promise<Done> {
  const folder = task.places['folder'] ?? '.';
  const [data, workflow] = [join(folder, 'data'), join(folder, workflowFile)];
  const text = workflowText(programVersion);
  expectFree(data);
  const isThere = existsSync(workflow);
  if (isThere && readFileSync(workflow, 'utf8') !== text)
    throw new LocationError(`${workflow} is there already; expected a name that is free.`);
  const given = optionsOf(task);
  const asks = task.interactive && fields.some(({ name }) => isNeeded(name) && !(name in given));
  const said = checkedValues(task, Beginning, asks ? await answered(given, terminal) : given);
  const content = contentOf(task, said);
  if (!isThere) {
    mkdirSync(dirname(workflow), { recursive: true });
    writeNewFile(workflow, text);
  }
  await writeDataset(data, content);
  return doneOf(data, workflow, content.meta);
}

function contentOf({ places, command }: Task, said: z.output<typeof Beginning>): ReturnType<typeof begunDataset> {
  const { from = null, to = null, license, license_url = licenseAddressOf(license), ...rest } = said;
  if (license_url === undefined)
    throw new UsageError(
      `--license-url is nothing; allowed is the address of ${showValue(license)}, which is no usual licence of data.`,
      command.name,
    );
  return begunDataset({
    name: shortNameOf(basename(resolve(places['folder'] ?? '.'))),
    ...rest,
    ...{ license, license_url, year_published: thisYear() },
    collected: from === null && to === null ? undefined : { from, to },
  });
}

function doneOf(data: string, workflow: string, meta: ReturnType<typeof begunDataset>['meta']): Done {
  const rows = [
    { file: join(data, 'dataset.json'), holds: `what the dataset says about itself: ${meta.title}` },
    { file: join(data, 'programs', 'GX-0001.json'), holds: 'an example, to be replaced' },
    { file: join(data, 'sources', 'S-0001.json'), holds: 'its source, to be replaced' },
    { file: workflow, holds: 'what validates the dataset at every push to GitHub' },
  ];
  const table = textTable({ name: 'files', title: 'Files', labels: { file: 'File', holds: 'Holds' }, rows });
  const headline = `Wrote ${data}. Replace its example: "govexport dataset import TABLE --mapping MAPPING --output ${data}" does it with all of a table, "govexport dataset new program --dataset ${data}" adds records one by one.`;
  return {
    answer: { written: rows.map(({ file }) => file), meta },
    shown: { headline, tables: [plain(table)] },
    exit_code: 0,
  };
}

/** What is said of the dataset, each without the word that it may be left out. */
const fields: readonly FlatField[] = Object.entries(Beginning.shape).map(([name, field]) => {
  const asked = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  return { name, path: [name], field: asked.describe(field.description ?? '') };
});

function isNeeded(name: string): boolean {
  return !(Beginning.shape[name as keyof typeof Beginning.shape] instanceof z.ZodOptional);
}

function optionsOf({ options }: Task): Given {
  const entries = fields.flatMap(({ name, field }) => {
    const texts = options.filter(([given]) => given === name).map(([, text]) => text);
    return texts.length === 0 ? [] : [[name, readFieldText(field, texts)] as const];
  });
  return Object.fromEntries(entries);
}

/** The title follows from the states, and the address of a usual licence from the licence. */
const following = ['title', 'license_url'];

async function answered(given: Given, terminal: Terminal): Promise<Given> {
  const conversation = converse(terminal);
  try {
    const open = fields.filter(({ name }) => !(name in given) && !following.includes(name));
    const said = { ...given, ...(await askFields(open, conversation)) };
    const { license, license_url } = said as { license?: unknown; license_url?: unknown };
    if (license_url !== undefined || licenseAddressOf(String(license)) !== undefined) return said;
    const address = fields.filter(({ name }) => name === 'license_url');
    return { ...said, ...(await askFields(address, conversation)) };
  } finally {
    conversation.end();
  }
}
