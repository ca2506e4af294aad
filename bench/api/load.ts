import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a load of some seconds showed. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  readonly p99: number;
  /** Answers that were no success. */
  readonly refused: number;
}

const connections = 32;
const folder = mkdtempSync(join(tmpdir(), 'bench-api-'));

/**
 * Loads an address over 32 connections with wrk.
 *
 * @param address - `%d` in it is another number in each request
 */
export function load(address: string, seconds: number): Load {
  const url = new URL(address);
  const given = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency'];
  const script = address.includes('%d') ? ['-s', varied(url)] : [];
  const text = execFileSync('wrk', [...given, ...script, address.replace('%d', '1')], { encoding: 'utf8' });
  return {
    requests: Number(/(\d+) requests in/.exec(text)?.[1]),
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]),
    p99: milliseconds(text, /99%\s+([\d.]+)(us|ms|s|m)/),
    refused: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
  };
}

let scripts = 0;

/** A script for wrk that asks for another number in each request, and never for the same as another script. */
function varied(url: URL): string {
  scripts += 1;
  const path = join(folder, `varied-${scripts}.lua`);
  const format = JSON.stringify(url.pathname + url.search);
  writeFileSync(
    path,
    `local n = ${scripts * 10_000_000}\nrequest = function() n = n + 1; return wrk.format(nil, string.format(${format}, n)) end\n`,
  );
  return path;
}

/** A time such as 1.25ms in milliseconds. */
function milliseconds(text: string, pattern: RegExp): number {
  const [, value, unit = 'ms'] = pattern.exec(text) ?? [];
  return Number(value) * ({ us: 0.001, ms: 1, s: 1_000, m: 60_000 }[unit] ?? NaN);
}
