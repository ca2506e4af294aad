import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  begunDataset,
  begunMeta,
  leftOutOfScope,
  licenseAddressOf,
  parseMapping,
  readDataset,
  warningsOf,
  writeDataset,
} from '../src/maintain.ts';
import { mapping } from './small-mapping.ts';

const said = {
  name: 'mine',
  senders: ['US'],
  recipients: ['BR', 'VN'],
  creators: ['Our project'],
  license: 'CC-BY-4.0',
  year_published: 2026,
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'begin-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a dataset that begins', () => {
  it('says of itself what follows from what a person says', () => {
    expect(begunDataset({ ...said, collected: { from: '2010', to: '2025-06' }, unit: 'course' }).meta).toMatchObject({
      title: 'Training programs of the United States for officials of Brazil and Vietnam',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
      collected: { from: '2010', to: '2025-06' },
      unit: 'course',
    });
    const many = ['BR', 'VN', 'KE', 'NG', 'PE', 'ID', 'IN'];
    expect(begunDataset({ ...said, recipients: many, title: undefined }).meta.title).toBe(
      'Training programs of the United States for officials of 7 states',
    );
  });

  it('holds one record that names nobody, says that it is an example, and counts in no scope but that of every record', () => {
    const begun = begunDataset(said);
    const [program] = begun.programs;
    expect(program).toMatchObject({ countries: [], recommended_for_aggregates: false, host_institution: null });
    expect(program?.title).toContain('Example');
    expect(program?.description).toContain('no evidence');
    expect(leftOutOfScope(begun)).toMatchObject({ counted: 0 });
    expect(warningsOf(begun).find(({ kind }) => kind === 'example')?.warnings).toContainEqual({
      kind: 'example',
      records: ['S-0001'],
      message:
        'stands at https://example.org/to-be-replaced, an address that is reserved for examples: it is no evidence',
    });
  });

  it('is refused with every problem of what a person says', () => {
    expect(() => begunDataset({ ...said, license: 'mine', senders: ['XX'] })).toThrow(
      /license_url is nothing[^]*senders\.0 is "XX"/,
    );
  });

  it('gives way to another one as long as nobody has changed it', async () => {
    const data = join(folder, 'data');
    await writeDataset(data, begunDataset(said));
    expect(begunMeta(data)).toEqual(begunDataset(said).meta);
    await writeDataset(data, begunDataset({ ...said, name: 'other' }));
    expect(readDataset(data).meta.name).toBe('other');
    const file = join(data, 'programs/GX-0001.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Example, to be replaced', 'A seminar'));
    expect(begunMeta(data)).toBeNull();
    await expect(writeDataset(data, begunDataset(said))).rejects.toThrow('is not empty; expected a new folder.');
    expect(begunMeta(folder)).toBeNull();
  });

  it('tells a mapping what the dataset says about itself, unless the mapping does', () => {
    const { dataset, ...rules } = mapping;
    expect(parseMapping('map.json', rules, begunDataset(said).meta).dataset.name).toBe('mine');
    expect(parseMapping('map.json', { dataset, ...rules }, begunDataset(said).meta).dataset).toMatchObject(
      dataset as object,
    );
    expect(() => parseMapping('map.json', rules)).toThrow('dataset is nothing');
  });
});

it.each([
  ['CC-BY-SA-3.0', 'https://creativecommons.org/licenses/by-sa/3.0/'],
  ['CC-BY-NC-ND-4.0', 'https://creativecommons.org/licenses/by-nc-nd/4.0/'],
  ['ODbL-1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
  ['CC-BY', undefined],
  ['cc-by-4.0', undefined],
  ['constructor', undefined],
])('the address of the licence %s is %s', (license, address) => {
  expect(licenseAddressOf(license)).toBe(address);
});
