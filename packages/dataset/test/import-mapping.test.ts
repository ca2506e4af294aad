import { describe, expect, it } from 'vitest';
import { mappingJsonSchema, parseMapping } from '../src/import/mapping.ts';
import { mapping } from './small-mapping.ts';

describe('a mapping', () => {
  it.each([
    [{ programs: { titel: { column: 'Topic' } } }, 'programs.titel is {"column":"Topic"}; expected no such field'],
    [{ programs: { title: {} } }, 'programs.title is {}; expected one of column, columns and constant'],
    [{ programs: { title: { column: 'A', constant: 'B' } } }, 'expected one of column, columns and constant'],
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

  it('is described as JSON Schema with every field', () => {
    const { properties } = mappingJsonSchema();
    const programs = properties?.['programs'] as { properties: Record<string, unknown> };
    expect(Object.keys(programs.properties)).toEqual(expect.arrayContaining(['id', 'title', 'participants_low']));
  });

  it('may use the names of an earlier version, which are told', () => {
    const former = {
      ...mapping,
      programs: { ...mapping.programs, venue: { constant: 'in_china' }, host_institution_zh: { column: 'Host' } },
    };
    const { programs, readings } = parseMapping('map.json', former);
    expect(programs).toMatchObject({ venue: { constant: 'in_sender' }, host_institution_local: { column: 'Host' } });
    expect(readings).toEqual([
      'in_china is called in_sender now, and was read so.',
      'host_institution_zh is called host_institution_local now, and was read so.',
    ]);
  });

  it('that names no states, as before they were declared, means those of that time, and says so', () => {
    const named = Object.entries(mapping.dataset as Record<string, unknown>);
    const dataset = Object.fromEntries(named.filter(([name]) => name !== 'senders' && name !== 'recipients'));
    const { dataset: read, readings } = parseMapping('map.json', { ...mapping, dataset });
    expect(read).toMatchObject({ senders: ['CN'], recipients: ['KZ', 'KG', 'TJ', 'TM', 'UZ'] });
    expect(readings).toEqual([
      expect.stringContaining('The mapping names no states: read as senders CN and recipients') as string,
    ]);
    expect(() => parseMapping('map.json', { ...mapping, dataset: { ...dataset, senders: ['US'] } })).toThrow(
      'dataset.recipients is nothing',
    );
  });
});
