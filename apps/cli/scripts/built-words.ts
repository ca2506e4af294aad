import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { openDataset } from '@govexport/router/node';
import type { CommandWords, Words } from '../src/args/command-words.ts';
import { wordsOfAll } from '../src/commands/registry.ts';
import { run } from '../src/run.ts';
import { versionText } from '../src/start/versions.ts';

const width = 76;
const mostLines = 14;
const surroundings = {
  dataset: '',
  width,
  colour: false,
  site: null,
  answers: null,
  interactive: () => false,
  progress: () => undefined,
};

/** Every command as plain data. */
export function builtWords(): Words {
  const dataset = openDataset();
  return { ...wordsOfAll(versionText(dataset), dataset.meta), build: buildOf(new URL('../dist/', import.meta.url)) };
}

/** What the first example of each command prints on the published dataset, by the command, as the help shows it. */
export async function exampleOutputs(words: Words): Promise<Record<string, string[]>> {
  const outputs: Record<string, string[]> = {};
  for (const command of words.commands) outputs[command.name] = await outputOf(command, words);
  return outputs;
}

/** What works on folders and on the machine depends on those, so that its examples show no output. */
async function outputOf({ name, kind, examples: [example] }: CommandWords, words: Words): Promise<string[]> {
  if (example === undefined || kind === 'work') return [];
  const args = wordsOf(`${name} ${example}`);
  const { stdout, stderr, exit_code } = await run(args, surroundings, {
    words,
    example: () => [],
    load: () => import('../src/answering.ts'),
  });
  if (exit_code !== 0) throw new Error(`the example "${example}" of ${name} ends with ${exit_code}: ${stderr}`);
  const lines = String(stdout).trimEnd().split('\n');
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
}

/** Words as a shell takes them: one in quotes may hold spaces. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** The SHA-256 of the code, of the dataset and of its history in a folder. */
function buildOf(folder: URL): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.js') || ['dataset.json', 'changes.json'].includes(name),
  );
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}
