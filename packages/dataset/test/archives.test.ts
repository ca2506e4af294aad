import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { createTar } from 'nanotar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVersion } from '../src/changes/read-version.ts';
import { readPackageDataset } from '../src/locations/read-package-dataset.ts';
import { readDataset } from '../src/read-dataset.ts';
import { metaWith, programWith, sourceWith, withFolder } from './small-dataset.ts';

const records = {
  'dataset.json': metaWith({}),
  'programs/GX-0001.json': programWith({}),
  'sources/S-0001.json': sourceWith({}),
};
const expected = withFolder({}, readDataset);
let home = '';

beforeAll(() => (home = mkdtempSync(join(tmpdir(), 'archives-'))));
afterAll(() => rmSync(home, { recursive: true }));

function archive(name: string, content: Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}

function zipped(files: Readonly<Record<string, string>>, level: 0 | 9 = 9): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])) as Zippable, {
    level,
  });
}

function tarred(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  return gzipSync(createTar(files.map(([name, data]) => ({ name, data }))));
}

const within = (folder: string) =>
  Object.fromEntries(Object.entries(records).map(([path, text]) => [`${folder}/${path}`, text]));

describe('a packed folder of records', () => {
  it.each([
    ['at.zip', () => zipped(records)],
    ['folder.zip', () => zipped(within('my-records'))],
    ['system.zip', () => zipped({ ...within('mine'), '__MACOSX/mine/._dataset.json': 'x', 'mine/.DS_Store': 'x' })],
    ['at.tgz', () => tarred(Object.entries(records))],
    ['dots.tar.gz', () => tarred(Object.entries(records).map(([path, text]) => [`./${path}`, text]))],
    ['folder.tgz', () => tarred(Object.entries(within('mine')))],
  ])('%s is the dataset of the folder, and a version of it', async (name, make) => {
    const path = archive(name, make());
    expect(await readPackageDataset(path)).toEqual(expected);
    expect((await readVersion(path)).version).toBe(expected.meta.version);
  });

  it('with a name that no table has is refused, as its folder is', async () => {
    const path = archive('misspelt.zip', zipped({ ...records, 'program/GX-0002.json': '{}', 'notes.txt': 'x' }));
    await expect(readPackageDataset(path)).rejects.toThrow(
      'program/GX-0002.json is no part of a dataset; expected only dataset.json and its tables',
    );
    await expect(readPackageDataset(path)).rejects.toThrow('notes.txt is no part of a dataset');
  });
});

describe('an archive is refused', () => {
  const whole = 'cannot be unpacked; expected the whole archive, unaltered.';
  const altered = (change: (bytes: Uint8Array) => Uint8Array) => change(Uint8Array.from(zipped(records, 0)));
  const at = (bytes: Uint8Array, text: string) => Buffer.from(bytes).indexOf(text);

  it.each([
    ['a content that differs from its checksum', (bytes: Uint8Array) => bytes.with(at(bytes, '"title"') + 1, 0x54)],
    ['a cut end', (bytes: Uint8Array) => bytes.slice(0, -30)],
    ['data before it', (bytes: Uint8Array) => Uint8Array.from([1, 2, 3, ...bytes])],
    ['data behind it', (bytes: Uint8Array) => Uint8Array.from([...bytes, 1, 2, 3])],
    [
      'an encrypted part',
      (bytes: Uint8Array) => {
        const directory = at(bytes, 'PK\u0001\u0002');
        return bytes.with(directory + 8, (bytes[directory + 8] ?? 0) | 1);
      },
    ],
    ['nothing', () => new Uint8Array()],
  ])('for %s', async (what, change) => {
    const path = archive(`${what.replaceAll(' ', '-')}.zip`, altered(change));
    await expect(readPackageDataset(path)).rejects.toThrow(whole);
  });

  it('for a name that leads out of it', async () => {
    await expect(readPackageDataset(archive('out.zip', zipped({ ...records, '../evil.json': '{}' })))).rejects.toThrow(
      whole,
    );
  });

  it('for a name that stands twice', async () => {
    const twice = [...Object.entries(records), ['dataset.json', metaWith({ title: 'Other' })] as const];
    await expect(readPackageDataset(archive('twice.tgz', tarred(twice)))).rejects.toThrow(whole);
  });

  it('for a content that says it fills the memory, before any of it is unpacked', async () => {
    const bytes = Uint8Array.from(zipped(records));
    const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002');
    new DataView(bytes.buffer).setUint32(directory + 24, 0xf0000000, true);
    const before = process.memoryUsage.rss();
    await expect(readPackageDataset(archive('bomb.zip', bytes))).rejects.toThrow(whole);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 ** 2);
  });
});
