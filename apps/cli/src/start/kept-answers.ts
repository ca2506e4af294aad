import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandCall } from '../args/parse-arguments.ts';
import type { Screen } from '../print/page-text.ts';
import { cacheFolder } from './user-folders.ts';

/** When so many answers are kept, all are forgotten. */
const mostAnswers = 512;

/** A longer answer is not kept. */
const mostBytes = 524_288;

const newline = 10;

/** Where answers are kept; null where the environment names no place of the user. */
export function answersFolder(variables: NodeJS.ProcessEnv): string | null {
  const folder = cacheFolder(variables);
  return folder === null ? null : join(folder, 'answers');
}

/**
 * Everything that an answer of the published dataset depends on, as text: the program with its dataset, Node, and the
 * question as it was understood. Null where the answer is none of the published dataset, is not printed, or is to be
 * computed anew.
 *
 * @param build - what the program was built of
 * @param dataset - folder of another dataset; empty for the published one
 */
export function questionOf(call: CommandCall, build: string, { dataset, screen }: Asking): string | null {
  const { command, options, places: given, format, table, marked, showCall, file, kept } = call;
  if (!kept || command.kind === 'work' || dataset !== '' || file !== null || build === '') return null;
  const { size, mtimeMs } = statSync(new URL('dataset.json', import.meta.url));
  const sorted = [...options].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const printed = format === 'table' ? screen : null;
  return JSON.stringify([
    [build, size, mtimeMs, process.version],
    [command.name, sorted, given, format, table, marked, showCall, printed],
  ]);
}

/** Of what and where a question is asked. */
export interface Asking {
  readonly dataset: string;
  readonly screen: Screen;
}

/** The answer to exactly this question, as it was printed; null where it is not kept. */
export function keptAnswer(folder: string, question: string): Buffer | null {
  try {
    const content = readFileSync(placeOf(folder, question));
    const end = content.indexOf(newline);
    return content.toString('utf8', 0, end) === question ? content.subarray(end + 1) : null;
  } catch {
    return null;
  }
}

/** Keeps an answer, whole or not at all. Where that fails, the answer is computed anew the next time. */
export function keepAnswer(folder: string, question: string, answer: string | Uint8Array): void {
  const content = Buffer.concat([Buffer.from(`${question}\n`), Buffer.from(answer)]);
  if (content.length > mostBytes) return;
  const place = placeOf(folder, question);
  const part = `${place}.${process.pid}`;
  try {
    if (existsSync(folder) && readdirSync(folder).length >= mostAnswers) rmSync(folder, { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(part, content, { mode: 0o600 });
    renameSync(part, place);
  } catch {
    // Nobody has asked for it to be kept.
  }
}

/** The file of a question, by two FNV-1a hashes of its text; the file itself says which question it answers. */
function placeOf(folder: string, question: string): string {
  const name = [0x811c9dc5, 0x050c5d1f].map((start) => hashOf(question, start).toString(16).padStart(8, '0'));
  return join(folder, name.join(''));
}

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
