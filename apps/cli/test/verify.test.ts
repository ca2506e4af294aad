import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { builtFile, runBuilt } from './run-built.ts';

const packageFolder = dirname(fileURLToPath(import.meta.resolve('@govexport/dataset/package.json')));
const folder = mkdtempSync(join(tmpdir(), 'verify-'));

afterAll(() => rmSync(folder, { recursive: true }));

interface Checked {
  readonly check: string;
  readonly checked: number;
  readonly findings: number;
}

function madeChecks(stdout: string): string[] {
  const { checks } = JSON.parse(stdout) as { readonly checks: readonly Checked[] };
  return checks.filter(({ checked }) => checked > 0).map(({ check }) => check);
}

/** A copy of the program with one text in one of its files changed. */
function changedProgram(name: string, from: string, to: string): string {
  const copy = mkdtempSync(join(folder, 'program-'));
  cpSync(dirname(builtFile), copy, { recursive: true });
  const file = join(copy, name);
  const code = readFileSync(file, 'utf8');
  const changed = code.replace(from, to);
  expect(changed).not.toBe(code);
  writeFileSync(file, changed);
  return join(copy, 'govexport.js');
}

describe('dataset verify', () => {
  it('without a path checks the dataset in the program', async () => {
    const { stdout, stderr, exit_code } = await runBuilt(['dataset', 'verify', '--format', 'json']);
    expect([stderr, exit_code]).toEqual(['', 0]);
    expect(madeChecks(stdout)).toEqual(['schema', 'content', 'statistics']);
  });

  it('checks the folder of a package', async () => {
    const { stdout, stderr, exit_code } = await runBuilt(['dataset', 'verify', packageFolder, '--format', 'json']);
    expect([stderr, exit_code]).toEqual(['', 0]);
    expect(madeChecks(stdout)).toEqual(['checksums', 'schema', 'content', 'csv', 'statistics', 'release']);
  });

  it('finds one changed letter in the dataset of the program', async () => {
    const file = changedProgram('dataset.json', 'Shandong Police College', 'Shandung Police College');
    const { stdout, exit_code } = await runBuilt(['dataset', 'verify'], {}, { file });
    expect(stdout).toMatch(/ is not what was published: \d+ findings\./);
    expect(stdout).toMatch(/statistics\.json: sha256 is "[0-9a-f]{64}"; expected "[0-9a-f]{64}", as its content has/);
    expect(exit_code).toBe(1);
  });

  it('finds one changed letter in a published answer of the program', async () => {
    const file = changedProgram('statistics.json', '"statistic":"trend"', '"statistic":"trond"');
    const { stdout, exit_code } = await runBuilt(['dataset', 'verify', '--format', 'csv'], {}, { file });
    expect(stdout).toContain('statistics.json,trend,statistic,"""trond""","""trend"", as computed anew"');
    expect(exit_code).toBe(1);
  });

  it('names the record of the program that does not fit', async () => {
    const file = changedProgram('dataset.json', '"venue":"in_sender"', '"venue":"in_chinn"');
    const { stdout, exit_code } = await runBuilt(['dataset', 'verify', '--format', 'csv'], {}, { file });
    expect(stdout).toContain('programs,GX-0001,venue,"""in_chinn""","one of in_sender, ');
    expect(exit_code).toBe(1);
  });

  it.each([['"venue":in_sender\'x'], ['"venue":']])(
    'says where %s is no JSON that the program is not whole',
    async (to) => {
      const file = changedProgram('dataset.json', '"venue":"in_sender"', to);
      const { stdout, stderr, exit_code } = await runBuilt(['dataset', 'verify'], {}, { file });
      expect(stderr).toMatch(/^govexport: the program is not whole \(.* is not valid JSON\); install it anew\.\n$/);
      expect([stdout, exit_code]).toEqual(['', 3]);
    },
  );
});
