/** `npm test`: builds, then runs types, lint, format and every test; the last line is "N passed, N failed". */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, runTurbo, shortName } from './turbo.mjs';

const started = performance.now();
/** Lines of a test's own output that are worth repeating in the summary. */
const worthRepeating = /^(parity|reference|package|browser|boundaries|fuzz|readers): /;

removeOldReports();
console.log('Checking the format ...');
const format = await runFormatCheck();
console.log('Building, then checking types, lint and tests ...');
const { ok, tasks, rest } = await runTurbo(['build', 'typecheck', 'lint', 'test']);

const outcomes = tasks.map((task) => ({ task, ...judge(task) }));
for (const { task, failed } of outcomes) if (failed > 0) explain(task.id, task.log);
if (format.failed > 0) explain('format', format.log);
if (!ok && outcomes.every(({ failed }) => failed === 0)) explain('turbo', rest);

console.log('');
for (const { task } of outcomes)
  task.log
    .map(plain)
    .filter((line) => worthRepeating.test(line))
    .forEach((line) => console.log(line));
const passed = sum(outcomes, 'passed') + format.passed;
const unexplained = !ok && sum(outcomes, 'failed') === 0 ? 1 : 0;
const failed = sum(outcomes, 'failed') + format.failed + unexplained;
console.log(`The longest: ${longest(5)}.`);
console.log(`Checked in ${Math.round((performance.now() - started) / 1000)} s.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A report that is left over from another run must not be counted; turbo puts back those of unchanged packages. */
function removeOldReports() {
  for (const group of ['packages', 'apps', 'tests']) {
    for (const name of readdirSync(join(root, group)))
      rmSync(join(root, group, name, 'reports'), { recursive: true, force: true });
  }
}

async function runFormatCheck() {
  const child = spawn('pnpm', ['run', '--silent', 'format:check'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const log = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => log.push(...String(text).trimEnd().split('\n')));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  if (code === 0) return { passed: 1, failed: 0, log };
  return { passed: 0, failed: 1, log: [...log, 'Run "pnpm format" to put the format right.'] };
}

/** Types and lint count as one check each; a test task counts its tests. A build that works is not a check. */
function judge(task) {
  if (task.task === 'test' && task.state !== 'not run') return judgeTests(task);
  if (task.state === 'passed') return { passed: task.task === 'build' ? 0 : 1, failed: 0 };
  return { passed: 0, failed: 1 };
}

function judgeTests({ folder, state }) {
  const reports = readReports(join(root, folder));
  const passed = sum(reports, 'passed');
  const failed = sum(reports, 'failed');
  // A run that broke without a failing test, or that ran none, is a failure of its own.
  const broken = failed === 0 && (state !== 'passed' || passed === 0) ? 1 : 0;
  return { passed, failed: failed + broken };
}

function readReports(folder) {
  const names = readdirSync(folder).includes('reports') ? readdirSync(join(folder, 'reports')) : [];
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => countTests(JSON.parse(readFileSync(join(folder, 'reports', name), 'utf8'))));
}

/** Reads the report of Vitest or of Playwright. A test that was skipped proved nothing: it counts as failed. */
function countTests(report) {
  if (report.stats !== undefined) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  }
  const { numPassedTests, numTotalTests } = report;
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

/** The tasks that took most time; two run side by side. */
function longest(count) {
  const byTime = tasks.toSorted((one, other) => other.seconds - one.seconds);
  const words = ({ task, package: name, seconds }) => `${task} ${shortName(name)} ${Math.round(seconds)} s`;
  return byTime.slice(0, count).map(words).join(', ');
}

function explain(title, lines) {
  console.error(`\n${title}\n${'-'.repeat(title.length)}\n${lines.join('\n')}`);
}

function plain(line) {
  // Test runners colour their output.
  return stripVTControlCharacters(line).trim();
}

function sum(items, field) {
  return items.reduce((total, item) => total + item[field], 0);
}
