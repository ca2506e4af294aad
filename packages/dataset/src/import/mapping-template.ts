import { flatFieldsOf, tables } from '@govexport/schema';
import { enteredFields, mustBeEntered } from '../records/draft-record.ts';

const [programTable, sourceTable] = tables;

/**
 * A mapping to begin with, from the header of a CSV: columns that are called like a field are given to it, the others
 * stand among the ignored ones, and what must be filled in is an empty text, which `parseMapping` refuses.
 *
 * @param columns - the header
 * @example
 * mappingTemplate(['Start', 'Remarks']).ignored_columns // => ['Remarks']
 */
export function mappingTemplate(columns: readonly string[]) {
  const programs = rulesFrom(
    columns,
    flatFieldsOf(programTable.record).map(({ name }) => name),
  );
  const sources = rulesFrom(columns, ['url', 'publisher']);
  const taken = [...Object.values(programs), ...Object.values(sources)].map(({ column }) => column);
  return {
    dataset: {
      name: '',
      title: '',
      description: '',
      version: '0.1.0',
      license: '',
      license_url: '',
      creators: [''],
      year_published: null,
      keywords: [],
      cautions: [],
    },
    unknown: [],
    ignored_columns: columns.filter((column) => !taken.includes(column)),
    programs: { ...needed(enteredFields(programTable).filter(({ name }) => name !== 'sources')), ...programs },
    sources: { ...needed(enteredFields(sourceTable)), ...sources },
  };
}

function needed(fields: ReturnType<typeof enteredFields>): Record<string, { column: string }> {
  return Object.fromEntries(fields.filter(mustBeEntered).map(({ name }) => [name, { column: '' }]));
}

function rulesFrom(columns: readonly string[], names: readonly string[]): Record<string, { column: string }> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const column = columns.find((one) => plainName(one) === name);
      return column === undefined || name === 'sources' ? [] : [[name, { column }]];
    }),
  );
}

function plainName(column: string): string {
  return column
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}
