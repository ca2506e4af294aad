import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flatFieldsOf, Program, Source, tables } from '@govexport/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnfinished, unfinishedName } from '../src/folders/passed-over.ts';
import { writeNewFile } from '../src/folders/atomic-writes.ts';
import { loadDataset, readDataset } from '../src/node.ts';
import { prepareRecord, writeRecord } from '../src/records/add-record.ts';
import { draftRecord, enteredFields } from '../src/records/draft-record.ts';
import { allowedText, readFieldText } from '../src/records/field-text.ts';
import { nextId } from '../src/records/next-id.ts';
import { programWith, sourceWith, withFolder } from './small-dataset.ts';

const values = {
  title: 'Seminar on customs control, second run',
  description: 'A seminar in Urumqi.',
  start: '2014-05-13',
  year_basis: 'stated',
  countries: ['KZ'],
  domain: 'security',
  confidence: 'low',
  sources: ['S-0001'],
};

function recordFiles(...ids: string[]) {
  return ids.map((id) => ({ file: `programs/${id}.json`, value: { id } }));
}

describe('the next id', () => {
  it.each([
    [{}, 'GX-0001'],
    [{ programs: recordFiles('GX-0009', 'GX-0002') }, 'GX-0010'],
    [{ programs: recordFiles('GX-999') }, 'GX-1000'],
    [{ programs: recordFiles('AB-007') }, 'AB-008'],
    [{ programs: recordFiles('GX-0001'), leads: [{ file: 'leads.csv:2', value: { id: 'GX-0400' } }] }, 'GX-0401'],
    [{ programs: [{ file: 'programs/GX-0005.json', value: undefined }] }, 'GX-0006'],
  ])('of %j is %s', (files, id) => {
    expect(nextId(files, 'programs')).toBe(id);
  });

  it('of the published sources goes on with those of the programs', () => {
    const files = loadDataset().sources.map((value) => ({ file: `sources/${value.id}.json`, value }));
    expect(nextId({ sources: files }, 'sources')).toMatch(/^S-\d{4}$/);
  });
});

describe('a new record', () => {
  it('is written as one valid file, with what is not given unknown', () =>
    withFolder({}, (folder) => {
      const made = prepareRecord(folder, 'programs', values);
      expect(made).toMatchObject({ id: 'GX-0002', problems: [], others: 0 });
      writeRecord(folder, made);
      expect(readdirSync(join(folder, 'programs'))).toEqual(['GX-0001.json', 'GX-0002.json']);
      const [, added] = readDataset(folder).programs;
      expect(added).toMatchObject({ ...values, end: null, venue: 'unknown', year: 2014, organisers: [] });
      const text = readFileSync(join(folder, 'programs/GX-0002.json'), 'utf8');
      expect(text).toBe(`${JSON.stringify(added, null, 2)}\n`);
    }));

  it('shows the programs that may be the same', () =>
    withFolder({}, (folder) => {
      const { duplicates } = prepareRecord(folder, 'programs', values);
      expect(duplicates.map(({ ids }) => ids)).toEqual([['GX-0001', 'GX-0002']]);
    }));

  it('is refused with everything that keeps it out, and nothing is written', () =>
    withFolder({}, (folder) => {
      const wrong = { ...values, start: '2014-13', sources: ['S-0009'], confidence: undefined };
      const made = prepareRecord(folder, 'programs', wrong);
      expect(made.problems.map(({ field }) => field)).toEqual(['start', 'confidence', 'sources.0']);
      expect(() => writeRecord(folder, made)).toThrow('programs/GX-0002.json: start is "2014-13"; expected a date');
      expect(readdirSync(join(folder, 'programs'))).toEqual(['GX-0001.json']);
    }));

  it('may be a source that no program cites yet, then the program that cites it', () =>
    withFolder({}, (folder) => {
      const source = { ...(JSON.parse(sourceWith({})) as object), url: 'https://example.org/other', id: undefined };
      const made = prepareRecord(folder, 'sources', source);
      expect(made).toMatchObject({ id: 'S-0002', problems: [] });
      writeRecord(folder, made);
      const citing = prepareRecord(folder, 'programs', { ...values, sources: ['S-0002'] });
      expect(citing).toMatchObject({ problems: [], others: 1 });
      writeRecord(folder, citing);
      expect(readDataset(folder).sources).toHaveLength(2);
    }));

  it('can be added beside records that are not valid', () =>
    withFolder({ 'programs/GX-0002.json': programWith({ id: 'GX-0002', venue: 'abroad' }) }, (folder) => {
      expect(prepareRecord(folder, 'programs', values)).toMatchObject({ id: 'GX-0003', problems: [], others: 1 });
    }));

  it('never replaces a file that someone else has written meanwhile', () =>
    withFolder({}, (folder) => {
      const made = prepareRecord(folder, 'programs', values);
      writeNewFile(join(folder, made.file), 'theirs');
      expect(() => writeRecord(folder, made)).toThrow('is there already; expected a name that is free.');
      expect(readFileSync(join(folder, made.file), 'utf8')).toBe('theirs');
      expect(readdirSync(join(folder, 'programs')).filter(isUnfinished)).toEqual([]);
    }));

  it('that was left unfinished is no part of the dataset', () =>
    withFolder({ [`programs/${unfinishedName('GX-0002.json', 7)}`]: '{ "id": ' }, (folder) => {
      expect(readDataset(folder).programs).toHaveLength(1);
    }));
});

describe('text in a field', () => {
  const field = (name: string) => enteredFields(tables[0]).find((one) => one.name === name)?.field ?? Program;

  it.each([
    ['title', ['Seminar, second run'], 'Seminar, second run'],
    ['end', [''], null],
    ['duration_days', ['20'], 20],
    ['duration_days', ['twenty'], 'twenty'],
    ['security_related', ['true'], true],
    ['countries', ['KZ,KG', 'TJ; UZ'], ['KZ', 'KG', 'TJ', 'UZ']],
    ['organisers', ['Ministry of Commerce, PRC; Embassy'], ['Ministry of Commerce, PRC', 'Embassy']],
    [
      'recipient_agencies',
      ['Customs (KZ); Academies'],
      [
        { name: 'Customs', country: 'KZ' },
        { name: 'Academies', country: null },
      ],
    ],
    ['countries', [''], []],
  ])('%s reads %j', (name, texts, value) => {
    expect(readFieldText(field(name), texts)).toEqual(value);
  });

  it('is described with what is allowed', () => {
    expect(enteredFields(tables[1]).map(({ name, field: one }) => `${name}: ${allowedText(one)}`))
      .toMatchInlineSnapshot(`
      [
        "url: an absolute http or https address without spaces or a password; empty for unknown",
        "publisher: text that is not empty, without line breaks, control characters or spaces at its ends",
        "publisher_type: one of government, international_organisation, state_media, independent_media, training_institution, academic_or_think_tank, company, civil_society, aggregator_or_mirror, other",
        "title: text that is not empty, without line breaks, control characters or spaces at its ends; empty for unknown",
        "published: a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar; empty for unknown",
        "language: an ISO 639-1 language code, two small letters",
        "is_copy: true or false",
        "original_publisher: text that is not empty, without line breaks, control characters or spaces at its ends; empty for unknown",
        "accessed: a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar",
        "access: one of stored copy, live page, dataset row, print",
        "link_status: one of not_checked, ok, redirected, gone, unreachable; empty for not_checked",
        "link_checked: a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar; empty for unknown",
      ]
    `);
  });

  it('whatever it is, makes a record or a problem with its field', () => {
    const fields = flatFieldsOf(Source).filter(({ name }) => name !== 'id');
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: fields.length, maxLength: fields.length }), (texts) => {
        const read = Object.fromEntries(
          fields.map(({ name, field: one }, at) => [name, readFieldText(one, [texts[at] ?? ''])]),
        );
        const parsed = Source.safeParse(draftRecord(tables[1], 'S-0001', read));
        const names = fields.map(({ name }) => name);
        expect(parsed.error?.issues.every(({ path: [name] }) => names.includes(String(name))) ?? true).toBe(true);
      }),
      { seed: 2022 },
    );
  });
});
