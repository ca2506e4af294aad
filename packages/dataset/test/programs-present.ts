import { spawnSync } from 'node:child_process';

/** A program that reads the files and may be missing on this machine. */
export interface Reader {
  readonly name: string;
  /** The command that runs a program given as its last argument. */
  readonly command: readonly [file: string, ...args: string[]];
}

/** R and Python with pandas, where they are present. Debian's pandas belongs to Debian's own Python. */
export function readersPresent(): Reader[] {
  return [
    ...firstOf('R', [['Rscript', '-e']], 'cat(R.version$major)'),
    ...firstOf(
      'pandas',
      [
        ['python3', '-c'],
        ['/usr/bin/python3', '-c'],
      ],
      'import pandas',
    ),
  ];
}

function firstOf(name: string, commands: readonly Reader['command'][], probe: string): Reader[] {
  const command = commands.find((candidate) => runProgram(candidate, probe).status === 0);
  return command === undefined ? [] : [{ name, command }];
}

/** Runs a program with UTF-8 as its encoding, and returns its exit status and what it printed. */
export function runProgram([file, ...args]: Reader['command'], program: string, cwd?: string) {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(file, [...args, program], { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}
