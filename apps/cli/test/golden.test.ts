/**
 * Compares the whole output of the built program with `golden/<case>/`. After a change that is meant, or with a new
 * statistic, write it anew and read the difference: `UPDATE_GOLDEN=1 pnpm --filter @govexport/cli test golden`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GoldenCase } from './golden-case.ts';
import { goldenCases } from './golden-cases.ts';
import { runBuilt } from './run-built.ts';

const folder = join(import.meta.dirname, 'golden');
const update = process.env['UPDATE_GOLDEN'] === '1';

if (update) rmSync(folder, { recursive: true, force: true });

/** The files of a case: an empty output has none. */
async function filesOf(golden: GoldenCase): Promise<Record<string, string>> {
  const { name, args } = golden;
  const { ended, written } = await runCase(golden);
  const { stdout, stderr, exit_code } = ended;
  const files = {
    'command.txt': `govexport ${args.join(' ')}`.trimEnd() + '\n',
    'exit-code.txt': `${String(exit_code)}\n`,
    'stdout.txt': stdout,
    'stderr.txt': stderr,
    ...written,
  };
  if (update) write(join(folder, name), files);
  return files;
}

/** Runs a case, in a copy of its folder where it has one: then what it wrote belongs to it. */
async function runCase({ args, variables, within }: GoldenCase) {
  if (within === undefined) return { ended: await runBuilt(args, variables), written: {} };
  const copy = mkdtempSync(join(tmpdir(), 'golden-'));
  try {
    cpSync(join(import.meta.dirname, within), copy, { recursive: true });
    const before = textsBelow(copy);
    const ended = await runBuilt(args, variables, { folder: copy });
    const changed = Object.entries(textsBelow(copy)).filter(([path, text]) => before[path] !== text);
    return { ended, written: Object.fromEntries(changed.map(([path, text]) => [`files/${path}`, text])) };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function textsBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function write(place: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === '') continue;
    mkdirSync(dirname(join(place, file)), { recursive: true });
    writeFileSync(join(place, file), text);
  }
}

function kept(name: string, file: string): string {
  const path = join(folder, name, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe.concurrent('the built program prints what is kept in golden/', () => {
  it.each(goldenCases)('$name', { timeout: 60_000 }, async (golden) => {
    const files = await filesOf(golden);
    const names = Object.keys({ ...files, ...textsBelow(join(folder, golden.name)) });
    expect(files).toEqual(Object.fromEntries(names.map((file) => [file, kept(golden.name, file)])));
  });
});

it('keeps no output of a case that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(goldenCases.map(({ name }) => name).sort());
});
