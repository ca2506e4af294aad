/** Runs the examples of the README. `UPDATE_GOLDEN=1` writes their output anew. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../src/args/exit-codes.ts';
import { builtFile, home } from './run-built.ts';

const file = join(home, 'README.md');
const block = /```console\n\$ (.*)\n([\s\S]*?)```/g;

/** Where the examples run, one after the other: beside a table and its mapping. */
const folder = mkdtempSync(join(tmpdir(), 'readme-'));
const writesAnew = process.env['UPDATE_GOLDEN'] === '1';

function begin(): void {
  rmSync(folder, { recursive: true });
  cpSync(join(home, 'test/import'), folder, { recursive: true });
}

afterAll(() => rmSync(folder, { recursive: true }));

/** What a terminal would show. */
function shown(line: string): string {
  const program = `govexport() { "$GOVEXPORT_NODE" "$GOVEXPORT_FILE" "$@"; }\n${line}`;
  const variables = { PATH: process.env['PATH'] ?? '', GOVEXPORT_NODE: process.execPath, GOVEXPORT_FILE: builtFile };
  const { stdout, stderr } = spawnSync('sh', ['-c', program], { cwd: folder, env: variables, encoding: 'utf8' });
  return stdout + stderr;
}

begin();
if (writesAnew) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(block, (_, line: string) => `\`\`\`console\n$ ${line}\n${shown(line)}\`\`\``),
  );
  begin();
}

describe('the README', () => {
  const text = readFileSync(file, 'utf8');
  const examples = [...text.matchAll(block)].map(([, line = '', output = '']) => ({ line, output }));

  it('has thirteen examples', () => {
    expect(examples).toHaveLength(13);
  });

  it.each(examples)('$line', ({ line, output }) => {
    expect(shown(line)).toBe(output);
  });

  it('lists every exit code', () => {
    const rows = [...text.matchAll(/^\| (\d+) +\| (.*?) +\|$/gm)].map(([, code, meaning]) => [Number(code), meaning]);
    expect(rows).toEqual(exitCodes);
  });
});
