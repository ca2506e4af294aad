import { loadDataset } from '@govexport/dataset';
import { canonicalJson } from '@govexport/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue, createCaller, decodeQuery, encodeQuery, inputFields, recordSchemas } from '../src/index.ts';

const decode = (query: string) => decodeQuery(catalogue.frequency.input, new URLSearchParams(query));

describe('inputFields', () => {
  it('gives every input of a schema with its kind, options and default', () => {
    const fields = inputFields(catalogue.share.input);
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['scope', 'choice'],
      ['from', 'integer'],
      ['to', 'integer'],
      ['countries', 'list'],
      ['domains', 'list'],
      ['sectors', 'list'],
      ['frames', 'list'],
      ['formats', 'list'],
      ['venues', 'list'],
      ['confidence', 'choice'],
      ['minimum_sources', 'integer'],
      ['recommended_only', 'boolean'],
      ['checked', 'boolean'],
      ['attribute', 'choice'],
      ['by', 'choice'],
      ['level', 'number'],
    ]);
    expect(fields.every(({ description }) => description !== '')).toBe(true);
    expect(fields.find(({ name }) => name === 'attribute')).toMatchObject({
      options: ['security_related', 'technology_component', 'equipment_transfer'],
      default: 'security_related',
    });
  });

  it('knows an input that may be null', () => {
    expect(inputFields(recordSchemas.programs.list.input).find(({ name }) => name === 'cursor')?.kind).toBe('text');
    expect(inputFields(catalogue.frequency.input).find(({ name }) => name === 'by')?.kind).toBe('choice');
  });
});

describe('decodeQuery', () => {
  it.each([
    ['from=2007&level=0.9', { from: 2007, level: 0.9 }],
    ['countries=KZ,KG', { countries: ['KZ', 'KG'] }],
    ['countries=KZ&countries=KG', { countries: ['KZ', 'KG'] }],
    ['countries=', { countries: [] }],
    ['countries=,KZ,,KG,', { countries: ['KZ', 'KG'] }],
    ['from=&by=&to=2020', { to: 2020 }],
    ['recommended_only=false', { recommended_only: false }],
    ['level=5e-1', { level: 0.5 }],
  ])('reads %s', (query, input) => {
    expect(decode(query)).toEqual(input);
  });

  it.each([
    ['"Osh, Jalal-Abad",Almaty', ['Osh, Jalal-Abad', 'Almaty']],
    ['a"b,"c"d,"e', ['a"b', '"c"d', '"e']],
    ['"a ""b"""', ['a "b"']],
    ['""', ['']],
  ])('reads the list %s', (text, topics) => {
    expect(decodeQuery(recordSchemas.programs.list.input, [['topics', text]])).toEqual({ topics });
  });

  it.each([
    ['from=abc', { from: 'abc' }],
    ['from=2007.5', { from: '2007.5' }],
    ['from=0x7d7', { from: '0x7d7' }],
    ['level=Infinity', { level: 'Infinity' }],
    ['recommended_only=1', { recommended_only: '1' }],
    ['from=2007&from=2008', { from: [2007, 2008] }],
    ['nothing=1', { nothing: '1' }],
  ])('leaves %s for the schema to refuse', (query, input) => {
    expect(decode(query)).toEqual(input);
    expect(catalogue.frequency.input.safeParse(input).success).toBe(false);
  });

  it('keeps keys of the prototype as keys, which the schema refuses', () => {
    const decoded = decode('__proto__=1&constructor=2');
    expect(Object.keys(decoded)).toEqual(['__proto__', 'constructor']);
    expect(catalogue.frequency.input.safeParse(decoded).success).toBe(false);
  });

  it('gives back what encodeQuery has written, whatever the values hold', () => {
    const schema = z.strictObject({
      list: z.array(z.string()).default([]),
      chosen: z.array(z.string()).default(['a']),
      text: z.string().nullable().default(null),
      whole: z.int().nullable().default(null),
      number: z.number().nullable().default(null),
      flag: z.boolean().default(true),
    });
    const awkward = fc.string({ unit: fc.constantFrom(',', '"', ' ', 'a', '%', '&', '+', 'é', '警') });
    const text = fc.oneof(awkward, fc.string({ unit: 'grapheme' }));
    const given = fc.record({
      list: fc.array(text),
      chosen: fc.array(text),
      // An empty text counts as not given.
      text: fc.option(text.filter((one) => one !== '')),
      whole: fc.option(fc.maxSafeInteger()),
      // An address has no sign for a zero.
      number: fc.option(
        fc
          .double({ noNaN: true })
          .filter(Number.isFinite)
          .map((value) => value + 0),
      ),
      flag: fc.boolean(),
    });
    fc.assert(
      fc.property(given, (input) => {
        const address = new URLSearchParams(encodeQuery(schema, input)).toString();
        expect(schema.parse(decodeQuery(schema, new URLSearchParams(address)))).toEqual(input);
      }),
      { seed: 20_221_124, numRuns: 2000 },
    );
  });

  it('is undone by encodeQuery for the input of every answer', async () => {
    const caller = createCaller({ dataset: loadDataset() });
    const given = fc.record(
      {
        scope: fc.constantFrom('default', 'article', 'all'),
        from: fc.integer({ min: 1990, max: 2010 }),
        to: fc.integer({ min: 2010, max: 2030 }),
        countries: fc.subarray(['KZ', 'KG', 'TJ', 'TM', 'UZ']),
        venues: fc.subarray(['in_sender', 'hybrid', 'online']),
        level: fc.constantFrom(0.5, 0.9, 0.99),
        by: fc.constantFrom('domain', 'country'),
        recommended_only: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(given, async (input) => {
        const first = await caller.statistics.frequency(input as never);
        const query = new URLSearchParams(encodeQuery(catalogue.frequency.input, first.input));
        const again = await caller.statistics.frequency(decode(query.toString()));
        expect(canonicalJson(again)).toBe(canonicalJson(first));
      }),
      { seed: 20_221_124, numRuns: 60 },
    );
  });
});
