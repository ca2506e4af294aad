import { spawnSync } from 'node:child_process';

/** Whether a program can be started here. */
export function isPresent(program: string, ...check: string[]): boolean {
  return spawnSync(program, check, { stdio: 'ignore' }).status === 0;
}

/** Runs a program with a script on its standard input and gives what it printed. */
export function run(program: string, given: readonly string[], script: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, given, {
    input: script,
    encoding: 'utf8',
    timeout: 110_000,
  });
  if (status !== 0)
    throw new Error(`${program} ended with ${String(status)}: ${stderr || String(error)}`, { cause: error });
  return stdout;
}
