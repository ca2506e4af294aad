import { describe, expect, it } from 'vitest';
import { mappingTemplate } from '../src/import/mapping-template.ts';
import { mappingJsonSchema, parseMapping } from '../src/import/mapping.ts';
import { readHeader } from '../src/import/read-header.ts';
import { readWrittenDate } from '../src/import/written-date.ts';
import { chunksOf, mapping } from './small-mapping.ts';

describe('a mapping', () => {
  it.each([
    [{ programs: { titel: { column: 'Topic' } } }, 'programs.titel is {"column":"Topic"}; expected no such field'],
    [{ programs: { title: {} } }, 'programs.title is {}; expected either a column or a constant'],
    [{ programs: { title: { column: 'A', constant: 'B' } } }, 'expected either a column or a constant'],
    [{ programs: { title: { column: '' } } }, 'programs.title.column is ""; expected the name of a column'],
    [
      { programs: { start: { column: 'A', dates: ['DD.YYYY'] } } },
      'programs.start.dates.0 is "DD.YYYY"; expected a format with YYYY, and MM and DD where known, such as DD.MM.YYYY',
    ],
    [
      { programs: { start: { column: 'A', dates: ['today'] } } },
      'programs.start.dates.0 is "today"; expected a format with YYYY',
    ],
    [{ delimiter: ', ' }, 'delimiter is ", "; expected one sign'],
    [{ dataset: { name: 'A b' } }, 'dataset.name is "A b"; expected small letters and digits, joined by hyphens'],
    [{ sources: { id: { constant: 'S-0001' } } }, 'sources.id is {"constant":"S-0001"}; expected no such field'],
  ])('of %j is refused', (changes, message) => {
    expect(() => parseMapping('map.json', { ...mapping, ...changes })).toThrow(message);
  });

  it('to begin with has every column and names what is to be filled in', () => {
    const template = mappingTemplate(['Title', 'Start', 'URL', 'Remarks']);
    expect(template).toMatchObject({
      ignored_columns: ['Remarks'],
      programs: { title: { column: 'Title' }, start: { column: 'Start' }, domain: { column: '' } },
      sources: { url: { column: 'URL' }, publisher: { column: '' } },
    });
    expect(() => parseMapping('map.json', template)).toThrow(
      'programs.domain.column is ""; expected the name of a column',
    );
  });

  it('is described as JSON Schema with every field', () => {
    const { properties } = mappingJsonSchema();
    const programs = properties?.['programs'] as { properties: Record<string, unknown> };
    expect(Object.keys(programs.properties)).toEqual(expect.arrayContaining(['id', 'title', 'participants_low']));
  });

  it.each([
    ['a;b;c\n1;2;3\n', ['a', 'b', 'c'], ';'],
    ['\uFEFFa\tb,c\td\r\n', ['a', 'b,c', 'd'], '\t'],
    ['"a,1", b', ['a,1', 'b'], ','],
  ])('begins with the header of %j', async (text, columns, delimiter) => {
    expect(await readHeader({ name: 'table.csv', chunks: chunksOf(text) })).toEqual({ columns, delimiter });
  });
});

describe('a date', () => {
  it.each([
    ['31.5.2014', 'DD.MM.YYYY', '2014-05-31'],
    ['5/31/2014', 'MM/DD/YYYY', '2014-05-31'],
    ['2014年5月', 'YYYY年MM月', '2014-05'],
    ['2014', 'YYYY', '2014'],
    ['31x5x2014', 'DD.MM.YYYY', null],
    ['2014-05-31', 'DD.MM.YYYY', null],
  ])('%s written as %s is %s', (text, format, date) => {
    expect(readWrittenDate(text, format)).toBe(date);
  });
});
