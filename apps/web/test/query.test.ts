import { catalogue, recordSchemas } from '@govexport/router';
import { describe, expect, test } from 'vitest';
import { formFields } from '../src/lib/server/form-fields.ts';
import { tidyQuery } from '../src/lib/server/tidy-query.ts';

const tidy = (query: string) =>
  tidyQuery(new URL(`https://example.org/programs${query}`), recordSchemas.programs.list.input);

describe('tidyQuery', () => {
  test('leaves out what a form sends without being asked', () => {
    expect(tidy('?from=&to=&scope=all&sort=&limit=50&recommended_only=')).toBe('/programs');
    expect(tidy('?from=2007&to=&countries=KZ&countries=KG')).toBe('/programs?from=2007&countries=KZ,KG');
  });

  test('leaves a tidy address alone', () => {
    expect(tidy('')).toBeNull();
    expect(tidy('?from=2007&countries=KZ,KG')).toBeNull();
    expect(tidy('?countries=KZ%2CKG')).toBeNull();
  });

  test('keeps an unknown or repeated field, so that it is refused by name', () => {
    expect(tidy('?colour=red')).toBeNull();
    expect(tidy('?from=2007&from=2008')).toBeNull();
  });
});

describe('formFields', () => {
  const fields = formFields(catalogue.frequency.input, {
    given: { countries: ['KZ'] },
    resolved: { from: 2006, countries: ['KZ'] },
  });
  const field = (name: string) => fields.find((candidate) => candidate.name === name);

  test('every input of the statistic has a control with a description', () => {
    expect(fields.map(({ name }) => name)).toContain('by');
    expect(fields.filter(({ description }) => description.text === '')).toEqual([]);
  });

  test('options carry the labels of their vocabulary', () => {
    expect(field('countries')).toMatchObject({
      kind: 'choices',
      values: ['KZ'],
      options: expect.arrayContaining([{ value: 'KZ', label: 'Kazakhstan' }]) as unknown,
    });
    expect(field('by')?.options.slice(0, 2)).toEqual([
      { value: '', label: 'Not chosen' },
      { value: 'domain', label: 'Domain' },
    ]);
  });

  test('a field that is left open hints at what holds', () => {
    expect(field('from')).toMatchObject({ kind: 'whole', values: [], hint: '2006', minimum: 1900, maximum: 2100 });
    expect(field('level')).toMatchObject({ kind: 'decimal', values: ['0.95'], hint: '' });
  });
});
