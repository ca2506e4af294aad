/**
 * Compares the whole output of the built program with `golden/<case>/`. After a change that is meant, or with a new
 * statistic, write it anew and read the difference: `UPDATE_GOLDEN=1 pnpm --filter @govexport/cli test golden`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenCases, type GoldenCase } from './golden-cases.ts';
import { runBuilt } from './run-built.ts';

const folder = join(import.meta.dirname, 'golden');
const update = process.env['UPDATE_GOLDEN'] === '1';

if (update) rmSync(folder, { recursive: true, force: true });

/** The files of a case: an empty output has none. */
async function filesOf({ name, args, variables }: GoldenCase): Promise<Record<string, string>> {
  const { stdout, stderr, exit_code } = await runBuilt(args, variables);
  const files = {
    'command.txt': `govexport ${args.join(' ')}`.trimEnd() + '\n',
    'exit-code.txt': `${String(exit_code)}\n`,
    'stdout.txt': stdout,
    'stderr.txt': stderr,
  };
  if (update) write(join(folder, name), files);
  return files;
}

function write(place: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(place, { recursive: true });
  for (const [file, text] of Object.entries(files)) if (text !== '') writeFileSync(join(place, file), text);
}

function kept(name: string, file: string): string {
  const path = join(folder, name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe.concurrent('the built program prints what is kept in golden/', () => {
  it.each(goldenCases)('$name', { timeout: 60_000 }, async (golden) => {
    const files = await filesOf(golden);
    const expected = Object.fromEntries(Object.keys(files).map((file) => [file, kept(golden.name, file)]));
    expect(files).toEqual(expected);
  });
});

it('keeps no output of a case that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(goldenCases.map(({ name }) => name).sort());
});
