import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { home } from '../scripts/derived-files.ts';
import { lastReleased, lastTagged } from '../scripts/last-tagged.ts';
import { releaseData } from '../scripts/release-data.ts';
import { readVersion } from '../src/changes/read-version.ts';
import { readRegister } from '../src/maintain.ts';

const root = `${mkdtempSync(join(tmpdir(), 'release-'))}/`;
const target = `${root}packages/dataset/`;
const git = (...args: string[]) =>
  spawnSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: root });
const read = (name: string) => readFileSync(`${target}${name}`, 'utf8');
const write = (name: string, text: string) => writeFileSync(`${target}${name}`, text);
const inPackage = (version: string) => write('package.json', JSON.stringify({ version }));

mkdirSync(target, { recursive: true });
for (const name of ['data', 'codebook.json']) cpSync(`${home}${name}`, `${target}${name}`, { recursive: true });
// The records of today as a first release: nothing was given up before it.
for (const [name, header] of [
  ['aliases', 'id,merged_into,version,reason'],
  ['withdrawn', 'id,table,version,reason'],
]) {
  write(`data/${name}.csv`, `${header}\n`);
}
write('ids.csv', 'id,table,version\n');
write('corrections.csv', 'table,record,field,reason\n');
write('changes.json', '{"name":"govexport","releases":[]}');

afterAll(() => rmSync(root, { recursive: true }));

test('releases follow one another', async () => {
  inPackage('1.0.0');
  expect(releaseData(root, null)).toMatch(
    /^Version 1\.0\.0 is the first release of the data: [\d]+ records in 20 tables\.$/,
  );
  expect(read('data/dataset.json')).toContain('\n  "version": "1.0.0",\n');
  const first = readRegister(read('ids.csv'));
  expect(new Set(first.map(({ version }) => version))).toEqual(new Set(['1.0.0']));
  const released = await readVersion(target);

  const record = read('data/programs/GX-0001.json');
  write('data/programs/GX-0001.json', record.replace('"host_province": "Shandong"', '"host_province": null'));
  inPackage('1.0.1');
  const before = read('changes.json');
  expect(() => releaseData(root, released)).toThrow(
    'Version 1.0.1 of the data has one problem:\n  programs: GX-0001: host_province is null and was "Shandong"; expected a row in corrections.csv that gives the reason',
  );
  expect([read('changes.json'), JSON.parse(read('data/dataset.json'))]).toMatchObject([before, { version: '1.0.0' }]);

  write('corrections.csv', 'table,record,field,reason\nprograms,GX-0001,host_province,"Counted anew, see S-0001."\n');
  expect(lastReleased(root)).toBe('1.0.0');
  expect(releaseData(root, released)).toBe(
    'Version 1.0.1 of the data follows 1.0.0: 0 added, 1 corrected, 0 merged, 0 withdrawn, 0 removed.',
  );
  // What was released and not tagged yet is compared with the version before it again.
  expect(lastReleased(root)).toBe('1.0.0');
  expect(read('corrections.csv')).toBe('table,record,field,reason\n');
  expect(readRegister(read('ids.csv'))).toEqual(first);
  expect(read('CHANGES.md')).toContain(
    '| programs | GX-0001 | host\\_province | "Shandong" | null | Counted anew, see S-0001. |',
  );
  expect(read('CHANGES.md').indexOf('## 1.0.1')).toBeLessThan(read('CHANGES.md').indexOf('## 1.0.0'));
});

test('the last release is found by its tag, where git is', async () => {
  if (git('init', '--quiet').error !== undefined) {
    expect(() => lastTagged(root, '1.0.1')).toThrow(
      'git is not on the path; give the last release as a folder, a tarball or a ZIP.',
    );
    return;
  }
  expect(lastTagged(root, null)).toBeNull();
  expect(() => lastTagged(root, '1.0.1')).toThrow(
    'changes.json says that 1.0.1 was released, but this clone has no tag @govexport/dataset@1.0.1: fetch the tags, or give the last release as a folder, a tarball or a ZIP.',
  );
  const tagged = await readVersion(target);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Release');
  for (const version of ['1.0.1', '1.0.0', '0.9.0']) git('tag', `@govexport/dataset@${version}`);
  rmSync(`${target}data`, { recursive: true });
  expect(lastTagged(root, '1.0.1')?.tables).toEqual(tagged.tables);
});
