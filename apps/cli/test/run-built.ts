import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the package; paths in arguments are relative to it. */
export const home = fileURLToPath(new URL('..', import.meta.url));

/** The built program. */
export const builtFile = fileURLToPath(new URL('../dist/govexport.js', import.meta.url));

/** The words of a line, as a shell takes them apart: one in quotes may hold spaces. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** What a process printed and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit_code: number | null;
}

/** Runs the built program as a process of its own, without a terminal. */
export function runBuilt(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  { folder = home, file = builtFile }: { readonly folder?: string; readonly file?: string } = {},
): Promise<Ended> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    cwd: folder,
    env: { PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit_code) => resolve({ ...texts, exit_code }));
  });
}
