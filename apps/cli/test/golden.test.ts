/**
 * Compares everything that the built program does with `golden/<case>.txt`. After a change that is meant, or with a new
 * statistic, write it anew and read the difference: `pnpm --filter @govexport/cli exec vitest run golden --update`.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenCases, type GoldenCase } from './golden-cases.ts';
import { runBuilt } from './run-built.ts';

const folder = join(import.meta.dirname, 'golden');
/** As it was before the run, which writes what is missing. */
const kept = readdirSync(folder).sort();

/** The command line, the exit code, what was printed and what was written, as one text. */
async function effectOf({ args, within }: GoldenCase): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'golden-'));
  try {
    if (within !== null) cpSync(join(import.meta.dirname, within), copy, { recursive: true });
    const before = textsBelow(copy);
    const { stdout, stderr, exit_code } = await (within === null
      ? runBuilt(args, { GOVEXPORT_DATASET: 'test/dataset' })
      : runBuilt(args, { SOURCE_DATE_EPOCH: '1767225600' }, { folder: copy }));
    // A refusal stands in refusals.txt: here it would be a case that no longer proves anything.
    expect([0, 1]).toContain(exit_code);
    const written = Object.entries(textsBelow(copy)).filter(([path, text]) => before[path] !== text);
    const words = args.map((word) => (/^[\w./=,-]+$/.test(word) ? word : `'${word}'`));
    return [
      `$ ${['govexport', ...words].join(' ')}\nexit code ${String(exit_code)}\n`,
      part('standard output', stdout),
      part('standard error', stderr),
      ...written.map(([path, text]) => part(path, text)),
    ].join('');
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** A titled part of the text; an empty one is left out, and a missing end of line is said. */
function part(title: string, text: string): string {
  if (text === '') return '';
  return `\n=== ${title}\n${text}${text.endsWith('\n') ? '' : '\n(no end of line)\n'}`;
}

function textsBelow(place: string): Record<string, string> {
  const paths = readdirSync(place, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(paths.map((path) => [path.slice(place.length + 1), readFileSync(path, 'utf8')]));
}

describe.concurrent('the built program does what is kept in golden/', () => {
  it.for(goldenCases)('$name', async (golden, { expect }) => {
    await expect(await effectOf(golden)).toMatchFileSnapshot(join(folder, `${golden.name}.txt`));
  });
});

it('has one file for each case, and no other', () => {
  expect(kept).toEqual(goldenCases.map(({ name }) => `${name}.txt`).sort());
});
