import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { builtWords, exampleOutputs } from '../scripts/built-words.ts';
import { wordsText } from '../src/start/written-words.ts';
import { wordsOf } from './run-built.ts';
import { runSource, words } from './run-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
const written = join(folder, 'written');

afterAll(() => rmSync(folder, { recursive: true }));

/** The file that an example writes, which is written elsewhere here. */
const file = /(--output|-o) \S+/;

// The statistics compute for long, and folder commands need folders; the golden files have their help and answers.
const quick = words.commands.filter(({ reference, kind }) => reference === null && kind !== 'work');

it('the built program has the words of the commands, and what their first examples print', async () => {
  const read = (name: string): string => readFileSync(new URL(`../dist/${name}`, import.meta.url), 'utf8');
  const built = builtWords();
  expect(read('commands.json')).toBe(wordsText(built));
  expect(JSON.parse(read('examples.json'))).toEqual(await exampleOutputs(built));
}, 60_000);

describe('the examples of the help', () => {
  it.each(quick.flatMap(({ name, examples }) => examples.map((example) => `${name} ${example}`)))(
    'govexport %s answers',
    async (line) => {
      const { stdout, stderr, exit_code } = await runSource(wordsOf(line.replace(file, `--output ${written}`)));
      expect([stderr, exit_code]).toEqual(['', 0]);
      if (file.test(line)) expect(statSync(written).size).toBeGreaterThan(0);
      else expect(stdout.length).toBeGreaterThan(0);
    },
  );
});
