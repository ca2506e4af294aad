import { execFileSync } from 'node:child_process';

/**
 * Runs a program and gives back what it printed.
 *
 * @throws Error with the program's own words where it fails
 */
export function run(program: string, options: readonly string[], folder: string): string {
  try {
    return execFileSync(program, options, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 26,
      shell: process.platform === 'win32',
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${options.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
