import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { processorSeconds, type Server } from './servers.ts';

/** What a load of some seconds showed. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds within which 99 of 100 requests were answered. */
  readonly p99: number;
  /** Answers that were no success. */
  readonly refused: number;
  /** Processor time that the server used for one request, in microseconds. */
  readonly processor: number;
}

/** Connections at a time. */
export const connections = 32;

const script = fileURLToPath(new URL('paths.lua', import.meta.url));

/** More than the requests of any load, so that no load asks for the numbers of another one. */
const stride = 10_000_019;
let loads = 0;

/** Whether the program that makes the load is there; where it is not, says so and ends with a fault. */
export function hasWrk(): boolean {
  if (spawnSync('wrk', ['--version']).error === undefined) return true;
  console.error('The program wrk is needed: install it with "apt-get install wrk" or "brew install wrk".');
  process.exitCode = 1;
  return false;
}

/**
 * Loads a server over 32 connections with wrk, one path after the other.
 *
 * @param paths - with the places for numbers that `paths.lua` fills
 */
export function load(server: Server, paths: readonly string[], seconds: number): Load {
  loads += 1;
  const before = processorSeconds(server);
  const given = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script];
  const headers = (server.asked ?? []).flatMap((header) => ['-H', header]);
  const text = execFileSync('wrk', [...given, ...headers, server.origin, '--', String(loads * stride), ...paths], {
    encoding: 'utf8',
  });
  const requests = Number(/(\d+) requests in/.exec(text)?.[1]);
  return {
    requests,
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]),
    p99: milliseconds(text, /99%\s+([\d.]+)(us|ms|s|m)/),
    refused: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
    processor: ((processorSeconds(server) - before) / requests) * 1e6,
  };
}

/** A time such as 1.25ms in milliseconds. */
function milliseconds(text: string, pattern: RegExp): number {
  const [, value, unit = 'ms'] = pattern.exec(text) ?? [];
  return Number(value) * ({ us: 0.001, ms: 1, s: 1_000, m: 60_000 }[unit] ?? NaN);
}
