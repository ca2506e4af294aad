import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { builtFile, home } from './run-built.ts';

/** A folder of records with the programs that run on it; both are gone after each test. */
export interface ReviewPlace {
  readonly root: string;
  readonly running: ChildProcessWithoutNullStreams[];
}

/** Makes a place anew for each test. */
export function reviewPlace(): ReviewPlace {
  const place = { root: '', running: [] as ChildProcessWithoutNullStreams[] };
  beforeEach(() => {
    place.root = mkdtempSync(join(tmpdir(), 'review-'));
    cpSync(join(home, 'test/dataset'), join(place.root, 'data'), { recursive: true });
  });
  afterEach(() => {
    for (const child of place.running.splice(0)) child.kill('SIGKILL');
    rmSync(place.root, { recursive: true });
  });
  return place;
}

/** Options that name a person and a day. */
export const person = (code: string): string[] => ['--reviewer', code, '--date', '2026-12-01'];

/** Starts a review as a process of its own. */
export function startReview({ root, running }: ReviewPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [builtFile, 'review', 'data', ...args], { cwd: root, env: { PATH } });
  running.push(child);
  return child;
}

/** What is in the file of a person: record, field and verdict of each row. */
export function keptRows({ root }: ReviewPlace, code = 'R01'): string[] {
  const path = join(root, `data/reviews/${code}.csv`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(1, 4).join(' '));
}
