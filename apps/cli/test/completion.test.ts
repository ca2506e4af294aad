import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completions } from '../src/print/completions.ts';
import { completionScript } from '../src/print/completion-script.ts';
import { builtFile } from './run-built.ts';
import { words } from './run-source.ts';

/** What bash offers for the last word of a line. */
function offered(line: string): string[] {
  const code = `govexport() { "$GOVEXPORT_NODE" "$GOVEXPORT_FILE" "$@"; }
${completionScript('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _govexport; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { PATH: process.env['PATH'] ?? '', GOVEXPORT_NODE: process.execPath, GOVEXPORT_FILE: builtFile };
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', code, 'bash', ...line.split(' ')], {
    encoding: 'utf8',
    env,
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

function candidates(...line: string[]): string[] {
  return completions(words.commands, line).split('\n').slice(0, -1);
}

describe('completion in bash', () => {
  it.each([
    ['govexport tre', ['trend']],
    ['govexport dataset ', ['init', 'validate', 'new', 'diff', 'verify', 'import', 'build', 'check-links', 'snapshot']],
    ['govexport dataset new ', ['program', 'source']],
    ['govexport programs fac', ['facets']],
    ['govexport trend --coun', ['--countries']],
    ['govexport trend --countries K', ['KZ', 'KG']],
    ['govexport trend --countries KZ,T', ['KZ,TJ', 'KZ,TM']],
    ['govexport export --format p', ['parquet']],
    ['govexport overview --color ', ['auto', 'always', 'never']],
    ['govexport trend --no-rec', ['--no-recommended-only']],
    ['govexport trend --from ', []],
    ['govexport nothing --fr', []],
  ])('of "%s" offers %j', (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });
});

describe('what a shell is told', () => {
  it('is the first word of every command', () => {
    const first = new Set(words.commands.map(({ name }) => name.split(' ')[0]));
    expect(candidates('').map((line) => line.split('\t')[0])).toEqual([...first]);
  });

  it('says what each word means', () => {
    expect(candidates('programs', 'g')).toEqual(['get\tOne program with its sources']);
    expect(candidates('trend', '--recommended')).toEqual([
      '--recommended-only\tOnly records recommended for aggregates.',
    ]);
  });

  it('is every command for an empty word, also as Windows PowerShell passes it on', () => {
    expect(candidates('""')).toEqual(candidates(''));
  });
});

it.each(['bash', 'zsh', 'fish', 'powershell'] as const)('the script for %s asks the program', (shell) => {
  expect(completionScript(shell)).toContain('govexport __complete ');
});
