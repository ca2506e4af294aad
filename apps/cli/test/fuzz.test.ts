import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CommandWords } from '../src/args/command-words.ts';
import { exitCodes } from '../src/args/exit-codes.ts';
import { flagOf } from '../src/args/flags.ts';
import { runSource, words } from './run-source.ts';

/** Commands that work on folders may write; their arguments are tried in a folder of their own. */
const answering = words.commands.filter(({ kind }) => kind !== 'work');
const documented = exitCodes.map(([code]) => code);

const flags = [
  ...new Set(answering.flatMap(({ options }) => options).flatMap(({ name }) => [flagOf(name), flagOf(`no_${name}`)])),
];
const values = [
  '',
  '2018',
  'abc',
  'KZ,KG',
  'all',
  '-1',
  '1e3',
  '0.5',
  'true',
  'GX-0001',
  'S-0001',
  'table',
  'csv',
  'json',
  '\u001B[2J',
];
const odd = [
  '--',
  '-',
  '-h',
  '-V',
  '-xyz',
  '--help',
  '--version',
  '__proto__',
  '--__proto__',
  '--constructor=1',
  'toString',
];
const folders = ['--dataset=test/broken-dataset', '--dataset=test/nothing', '--dataset=package.json', '--dataset='];
const output = ['--format=csv', '--format=json', '--format', '--table=shares', '--table'];

/** Words behind a command: mostly options that it has, with values that often fit. */
function wordsFor(command: CommandWords): fc.Arbitrary<string> {
  const own = command.options.map(({ name, options }) =>
    fc.constantFrom(...options, ...values).map((value) => `${flagOf(name)}=${value}`),
  );
  return fc.oneof(
    { weight: 6, arbitrary: own.length === 0 ? fc.constantFrom(...values) : fc.oneof(...own) },
    { weight: 2, arbitrary: fc.constantFrom(...folders, ...output) },
    { weight: 1, arbitrary: fc.constantFrom(...flags, ...values, ...odd) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  );
}

const args = fc.constantFrom(...answering).chain((command) => {
  const keys = [['GX-0001'], ['S-0001'], ['KG'], ['programs', 'countries=KG'], ['2006-2007', 'KG'], []];
  const ids = command.arguments.length === 0 ? fc.constant([]) : fc.constantFrom(...keys);
  const name = fc.oneof(
    { weight: 9, arbitrary: fc.constant(command.name.split(' ')) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
  return fc.tuple(name, ids, fc.array(wordsFor(command), { maxLength: 4 })).map((parts) => parts.flat());
});

const runs = 300;
const seen = new Set<number>();

afterAll(() => {
  if (seen.size > 0)
    console.log(`fuzz: ${runs} argument lists of the command line, exit codes ${[...seen].sort().join(', ')}`);
});

describe('any arguments', () => {
  it('end with a documented code and never with a stack', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(args, async (list) => {
        const { stdout, stderr, exit_code } = await runSource(list, 'test/dataset');
        seen.add(exit_code);
        expect(documented).toContain(exit_code);
        expect(exit_code).not.toBe(70);
        expect(stdout.length === 0).toBe(exit_code !== 0);
        expect(stderr === '').toBe(exit_code === 0);
        expect(`${String(stdout)}${stderr}`).not.toMatch(/\n\s+at .*:\d+:\d+|node_modules|\.[jt]s:\d/);
        expect(stderr).not.toContain('\u001B');
      }),
      { numRuns: runs, seed: 2022 },
    );
    // The lists must reach answers as well as refusals.
    expect([...seen]).toEqual(expect.arrayContaining([0, 1, 2, 3]));
  });
});
