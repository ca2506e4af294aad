import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unfinishedName } from '../src/folders/passed-over.ts';
import { writeFolder } from '../src/folders/atomic-writes.ts';

/** No process has this id: it is beyond what a system gives. */
const over = 2 ** 30;

let home = '';
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'place-'))));
afterEach(() => rmSync(home, { recursive: true }));

function place(...names: string[]): string {
  return join(home, ...names);
}

function filled(name: string, text: string): void {
  mkdirSync(place(name));
  writeFileSync(place(name, 'file'), text);
}

const fill = (folder: string) => writeFileSync(join(folder, 'file'), 'new');

describe('a folder', () => {
  it('is written whole', async () => {
    await writeFolder(place('out'), fill);
    expect(readFileSync(place('out', 'file'), 'utf8')).toBe('new');
    expect(readdirSync(home)).toEqual(['out']);
  });

  it('is not there where filling it fails, and what was there stays', async () => {
    const failing = (folder: string) => {
      fill(folder);
      throw new Error('the disk is full');
    };
    await expect(writeFolder(place('out'), failing)).rejects.toThrow('the disk is full');
    expect(readdirSync(home)).toEqual([]);
    filled('out', 'former');
    await expect(writeFolder(place('out'), failing, () => true)).rejects.toThrow('the disk is full');
    expect(readFileSync(place('out', 'file'), 'utf8')).toBe('former');
    expect(readdirSync(home)).toEqual(['out']);
  });

  it('takes the place of an empty one, and of another one only where that may be', async () => {
    mkdirSync(place('out'));
    await writeFolder(place('out'), fill);
    await expect(writeFolder(place('out'), fill)).rejects.toThrow('out is not empty; expected a new folder.');
    await writeFolder(place('out'), fill, () => true);
    expect(readdirSync(home)).toEqual(['out']);
  });

  it('never takes the place of a file', async () => {
    writeFileSync(place('out'), 'mine');
    await expect(writeFolder(place('out'), fill)).rejects.toThrow('out is a file; expected a new folder.');
    expect(readFileSync(place('out'), 'utf8')).toBe('mine');
  });
});

describe('what a killed run has left', () => {
  it('is taken away, but for what a running one writes and what is called otherwise', async () => {
    filled(unfinishedName('out', over), 'half');
    filled(unfinishedName('out', process.ppid), 'theirs');
    filled('.out.part-of-mine', 'mine');
    await writeFolder(place('out'), fill);
    expect(readdirSync(home).sort()).toEqual([unfinishedName('out', process.ppid), '.out.part-of-mine', 'out'].sort());
  });

  it('between two renames is put back: the former folder is not lost', async () => {
    filled(unfinishedName('out.former', over), 'former');
    filled(unfinishedName('out', over), 'new and whole');
    await expect(writeFolder(place('out'), fill)).rejects.toThrow('out is not empty');
    expect(readFileSync(place('out', 'file'), 'utf8')).toBe('former');
    expect(existsSync(place(unfinishedName('out', over)))).toBe(false);
  });
});
