import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'release-'));
const tools = join(folder, 'node_modules', '.bin');
const git = (...args: string[]) =>
  spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder });
const release = (path = `${tools}${delimiter}${process.env['PATH'] ?? ''}`) =>
  spawnSync(process.execPath, ['scripts/release-version.mjs'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });

beforeAll(() => {
  cpSync(join(repository, 'scripts'), join(folder, 'scripts'), { recursive: true });
  mkdirSync(tools, { recursive: true });
  mkdirSync(join(folder, '.changeset'));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  writeFileSync(join(folder, 'package.json'), '{"version":"1.0.0"}');
  writeFileSync(join(folder, '.changeset', 'one.md'), 'A change.\n');
  // Tools that do what the real ones do to the tree before the data is refused.
  tool('turbo', '');
  tool('changeset', 'rm .changeset/one.md; echo "{}" > package.json; echo new > CHANGELOG.md');
  tool('node', 'echo "Version 1.0.1 of the data has one problem."; exit 1');
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'First');
});

afterAll(() => rmSync(folder, { recursive: true }));

function tool(name: string, script: string): void {
  writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(tools, name), 0o755);
}

/** A machine with nothing but Node and npm has no git, and makes no release. */
function testsWithGit(): void {
  test('a release begins with nothing that is not committed', () => {
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const { status, stderr } = release();
    expect([status, stderr]).toEqual([
      1,
      'Commit your changes first: a release that is refused is taken back to the last commit.\n',
    ]);
    rmSync(join(folder, 'notes.txt'));
  });

  test('a refused release leaves everything as it was, also what git does not know', () => {
    const { status, stdout, stderr } = release();
    expect(status).toBe(1);
    expect(stdout).toContain('Version 1.0.1 of the data has one problem.');
    expect(stderr).toBe(
      '"node packages/dataset/scripts/release.ts" failed: read its message above. Everything is as it was before.\n',
    );
    expect(git('status', '--porcelain').stdout.toString()).toBe('');
    expect(readFileSync(join(folder, '.changeset', 'one.md'), 'utf8')).toBe('A change.\n');
    expect(existsSync(join(folder, 'CHANGELOG.md'))).toBe(false);
  });
}

if (spawnSync('git', ['--version']).status === 0) testsWithGit();

test('a release without git is refused in one sentence', () => {
  const { status, stderr } = release(tools);
  expect([status, stderr]).toEqual([
    1,
    'git cannot be run here, but a release is compared with the last one by its tag.\n',
  ]);
  expect(readFileSync(join(folder, '.changeset', 'one.md'), 'utf8')).toBe('A change.\n');
});
