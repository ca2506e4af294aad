import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const started = /^(@?[^:\s]+):([^:\s]+): cache (miss|hit|bypass)\b/;
const logLine = /^(@?[^:\s]+):([^:\s]+): ?(.*)$/;

/**
 * Runs turbo tasks with one progress line for each, keeping the tasks' own output back.
 *
 * @param {string[]} tasks
 * @param {{ filter?: string[], onTask?: (line: string) => void, signal?: AbortSignal }} options
 * @returns {Promise<{ ok: boolean, tasks: TaskOutcome[], rest: string[] }>} `rest` is what turbo itself said
 *
 * @typedef {{ id: string, package: string, task: string, folder: string, state: 'passed' | 'failed' | 'not run',
 *   seconds: number, cached: boolean, log: string[] }} TaskOutcome
 */
export async function runTurbo(tasks, { filter = [], onTask = console.log, signal } = {}) {
  const flags = ['--continue=dependencies-successful', '--summarize', '--ui=stream', '--log-order=stream'];
  const display = ['--output-logs=new-only', '--log-prefix=task', '--concurrency=2', '--no-color'];
  const filters = filter.map((pattern) => `--filter=${pattern}`);
  const child = spawn('turbo', ['run', ...tasks, ...filters, ...flags, ...display], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  signal?.addEventListener('abort', () => child.kill('SIGTERM'));
  const logs = new Map();
  const rest = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => sortLine(line, { logs, rest, onTask }));
  }
  const code = await endOf(child);
  const summary = readSummary(rest);
  return { ok: code === 0, tasks: summary.map((task) => outcome(task, logs)), rest };
}

/** The exit code of a child process once its output is read to the end. */
export function endOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

function sortLine(line, { logs, rest, onTask }) {
  const start = started.exec(line);
  if (start !== null) {
    const [, name, task, cache] = start;
    onTask(`  ${task.padEnd(9)} ${shortName(name)}${cache === 'hit' ? ' (unchanged)' : ''}`);
    return;
  }
  const [, name, task, text] = logLine.exec(line) ?? [];
  if (task === undefined) return void rest.push(line);
  const id = `${name}#${task}`;
  logs.set(id, [...(logs.get(id) ?? []), text]);
}

/** Turbo writes what happened to a file that it names at the end; it is read once and removed. */
function readSummary(lines) {
  const file = lines.map((line) => /^\s*Summary:\s+(.+\.json)$/.exec(line)?.[1]).find((path) => path !== undefined);
  if (file === undefined) return [];
  const path = join(root, '.turbo', 'runs', basename(file));
  const { tasks } = JSON.parse(readFileSync(path, 'utf8'));
  rmSync(path);
  return tasks;
}

function outcome(task, logs) {
  const code = task.execution?.exitCode ?? null;
  const state = code === 0 ? 'passed' : task.execution?.startTime ? 'failed' : 'not run';
  return {
    id: task.taskId,
    package: task.package,
    task: task.task,
    folder: task.directory ?? dirname(dirname(task.logFile)),
    state,
    seconds: secondsOf(task.execution),
    cached: task.cache?.status === 'HIT',
    log: logs.get(task.taskId) ?? [],
  };
}

function secondsOf({ startTime = 0, endTime = 0 } = {}) {
  return (endTime - startTime) / 1000;
}

/** The name of a package as people write it; the root of the workspace has none. */
export function shortName(name) {
  return name.replace(/^@govexport\//, '');
}
