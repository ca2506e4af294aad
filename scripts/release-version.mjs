/**
 * `pnpm release:version`: gives the packages their versions by the changesets and makes the data a release, or leaves
 * everything as it was.
 */
import { spawnSync } from 'node:child_process';
import { root } from './turbo.mjs';

const steps = [
  ['turbo', 'run', 'build', '--filter=@govexport/schema'],
  ['changeset', 'version'],
  ['node', 'packages/dataset/scripts/release.ts'],
  ['pnpm', 'generate'],
  ['pnpm', 'format'],
];

const changes = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
if (changes.status !== 0) stop('git cannot be run here, but a release is compared with the last one by its tag.');
if (changes.stdout !== '') {
  stop('Commit your changes first: a release that is refused is taken back to the last commit.');
}
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) continue;
  for (const restore of [
    ['restore', '--staged', '--worktree', '.'],
    ['clean', '--force', '-d', '--quiet'],
  ]) {
    spawnSync('git', restore, { cwd: root, stdio: 'inherit' });
  }
  stop(`"${[command, ...args].join(' ')}" failed: read its message above. Everything is as it was before.`);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
