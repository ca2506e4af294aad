/**
 * Prepares the workspace and runs one of its scripts: `node scripts/bootstrap.mjs <script> [arguments]`.
 *
 * It needs nothing but npm and any Node >= 20: the package manager and the pinned Node both come from the npm
 * registry. Plain JavaScript without dependencies, because it runs before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = [20, 0];
/** The oldest Node that runs the TypeScript files of the workspace without a flag. */
const oldestNodeForTypeScript = [22, 18];

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pathVariable = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
const environment = {
  ...process.env,
  [pathVariable]: [join(root, 'node_modules', '.bin'), process.env[pathVariable]].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
};

const [script, ...scriptArguments] = process.argv.slice(2);
if (!atLeast(process.versions.node, oldestNode)) {
  stop(`Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org and try again.`);
}
if (script === undefined || !existsSync(join(root, 'scripts', `${script}.mjs`))) {
  stop(`There is no script ${JSON.stringify(script ?? '')}: run "npm start" or "npm test".`);
}
installDependencies();
run(chooseNode(), join(root, 'scripts', `${script}.mjs`));

function installDependencies() {
  const version = manifest.packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '');
  const first = !existsSync(join(root, 'node_modules'));
  console.log(`Installing the dependencies${first ? ' (about a minute the first time)' : ''} ...`);
  const installEnvironment = { ...environment, npm_config_loglevel: 'error' };
  // With NODE_ENV=production the tools that build and test would be left out.
  delete installEnvironment.NODE_ENV;
  const result = spawnSync('npx', ['-y', `pnpm@${version}`, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    env: installEnvironment,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
  });
  if (result.signal !== null) process.exit(128 + (constants.signals[result.signal] ?? 0));
  if (result.status === 0) return;
  process.stderr.write((result.stdout ?? '') + (result.stderr ?? ''));
  stop(
    result.error
      ? `npx could not be started (${result.error.message}): install Node together with npm and try again.`
      : `The dependencies could not be installed: read pnpm's message above, check the network and try again.`,
  );
}

/** The Node of the workspace, or this machine's own where no Node is pinned for its platform. */
function chooseNode() {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = Object.entries(manifest.optionalDependencies).find(([name]) => name.endsWith(`-${platform}`));
  if (pinned === undefined) return ownNode(platform);
  const [name, version] = pinned;
  const found = spawnSync('node', ['--version'], { env: environment, encoding: 'utf8' });
  const foundVersion = found.stdout?.trim().replace(/^v/, '');
  if (foundVersion === version) return 'node';
  return stop(
    `The workspace needs Node ${version} from the npm package ${name}, but found ` +
      `${foundVersion ? `Node ${foundVersion}` : 'no Node that runs on this machine'}: ` +
      `delete the folder node_modules and try again.`,
  );
}

function ownNode(platform) {
  const version = process.versions.node;
  if (!atLeast(version, oldestNodeForTypeScript)) {
    stop(`No Node is pinned for ${platform}, and Node ${version} is too old here: install Node 22.18 or newer.`);
  }
  console.log(`No Node is pinned for ${platform}: using Node ${version} of this machine.`);
  return process.execPath;
}

/** Runs the script and ends as it ends; a signal reaches it, so that it can stop what it started. */
function run(node, file) {
  const child = spawn(node, [file, ...scriptArguments], { cwd: root, env: environment, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`Node could not be started: ${error.message}.`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function atLeast(version, [major, minor]) {
  const [actualMajor = 0, actualMinor = 0] = version.split('.').map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
