import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exampleOutputs } from '../scripts/example-outputs.ts';
import { commands } from '../src/commands.ts';
import { run } from '../src/run.ts';
import { wordsOf } from './run-built.ts';

const surroundings = {
  dataset: '',
  width: null,
  colour: false,
  site: null,
  interactive: false,
  progress: () => undefined,
};

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
const written = join(folder, 'written');

afterAll(() => rmSync(folder, { recursive: true }));

/** The file that an example writes, which is written elsewhere here. */
const file = /(--output|-o) \S+/;

// The statistics compute for long, and folder commands need folders; the golden files have their help and answers.
const quick = commands.filter((command) => command.reference === null && !('load' in command));

it('the help shows what the first examples print', async () => {
  const shown = JSON.parse(readFileSync(new URL('../dist/examples.json', import.meta.url), 'utf8')) as unknown;
  expect(shown).toEqual(await exampleOutputs());
}, 60_000);

describe('the examples of the help', () => {
  it.each(quick.flatMap(({ name, examples }) => examples().map((example) => `${name} ${example}`)))(
    'govexport %s answers',
    async (line) => {
      const { stdout, stderr, exit_code } = await run(wordsOf(line.replace(file, `--output ${written}`)), surroundings);
      expect([stderr, exit_code]).toEqual(['', 0]);
      if (file.test(line)) expect(statSync(written).size).toBeGreaterThan(0);
      else expect(stdout.length).toBeGreaterThan(0);
    },
  );
});
