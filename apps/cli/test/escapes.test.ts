import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { home, runBuilt } from './run-built.ts';

/** What a text may do to a terminal: retitle it, clear it, turn what follows from right to left. */
const hostile = ['\u001B]0;owned\u0007', '\u001B[2J', '\u202E', '\u2066', '\u009B31m'].join('');
const harmful = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/u;
let folder = '';
let named = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'escapes-'));
  named = join(folder, `records${hostile}`);
  cpSync(join(home, 'test/dataset'), named, { recursive: true });
  writeFileSync(join(named, 'programs', `GX-9999${hostile}.txt`), '');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('nothing that is given reaches the terminal as it is', () => {
  it.each([
    ['an option', () => [`--${hostile}`]],
    ['a value of an option', () => ['trend', '--from', hostile]],
    ['a command', () => [hostile]],
    ['words to search', () => ['programs', 'search', `police ${hostile}`]],
    ['words to search, as Markdown', () => ['programs', 'search', `police ${hostile}`, '--format', 'md']],
    ['the path of a dataset', () => ['overview', '--dataset', join(folder, hostile)]],
    ['the name of a file in a dataset', () => ['overview', '--dataset', named]],
    ['a dataset with such a file', () => ['dataset', 'validate', named]],
    ['a dataset with such a file, as CSV', () => ['dataset', 'validate', named, '--format', 'csv']],
    ['a dataset with such a file, as Markdown', () => ['dataset', 'validate', named, '--format', 'md']],
    ['where to write', () => ['overview', '--output', join(folder, hostile, 'out')]],
    ['a table to import', () => ['dataset', 'import', join(folder, hostile), '--new-mapping', 'x.json']],
    ['a key of a record', () => ['programs', 'get', hostile]],
  ])('%s', async (_, args) => {
    const { stdout, stderr } = await runBuilt(args());
    expect(stdout + stderr).not.toBe('');
    expect(stdout).not.toMatch(harmful);
    expect(stderr).not.toMatch(harmful);
  });

  it('a key of the configuration, and its path', async () => {
    const config = join(folder, `config${hostile}.json`);
    writeFileSync(config, JSON.stringify({ [hostile]: 'x' }));
    for (const path of [config, join(folder, `missing${hostile}.json`)]) {
      const { stderr, exit_code } = await runBuilt(['tables'], { GOVEXPORT_CONFIG: path });
      expect(exit_code).toBe(3);
      expect(stderr).not.toMatch(harmful);
    }
  });
});
