import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands.ts';
import { completionScript, shells } from '../src/files/completion.ts';

const script = completionScript('bash', commands);

/** What bash offers for the last word of a line. */
function offered(line: string): string[] {
  const words = line.split(' ');
  const code = `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _govexport; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', code, 'bash', ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion in bash', () => {
  it.each([
    ['govexport tre', ['trend']],
    ['govexport dataset ', ['validate', 'new', 'diff', 'verify', 'import-csv', 'build']],
    ['govexport dataset new ', ['program', 'source']],
    ['govexport programs fac', ['facets']],
    ['govexport trend --coun', ['--countries']],
    ['govexport trend --countries K', ['KZ', 'KG']],
    ['govexport export --format p', ['parquet']],
    ['govexport overview --color ', ['auto', 'always', 'never']],
    ['govexport trend --no-rec', ['--no-recommended-only']],
    ['govexport nothing ', []],
  ])('of "%s" offers %j', (line, words) => {
    expect(offered(line)).toEqual(words);
  });

  it('offers the first word of every command', () => {
    expect(offered('govexport ').sort()).toEqual([...new Set(commands.map(({ name }) => name.split(' ')[0]))].sort());
  });
});

it.each(shells)('the script for %s names every command', (shell) => {
  const text = completionScript(shell, commands);
  for (const { name } of commands) for (const word of name.split(' ')) expect(text).toContain(word);
});
