import { readFileSync, statSync } from 'node:fs';
import { flatFieldsOf, tables, type FlatField } from '@govexport/schema';
import { LocationError } from '../location-error.ts';
import { decoded } from '../read-text.ts';
import type { FlatValues } from './draft-record.ts';
import { readFieldText } from './field-text.ts';

/** The tables whose fields a form may ask for. */
export type FormTable = 'programs' | 'sources' | 'leads';

/** What a code host writes of a field that was left empty. */
const noResponse = '_No response_';

/**
 * The label of a field in a form: from it the field is known again when the form comes back as text.
 *
 * @example
 * formLabel('programs', 'host_institution') // => 'Program: host institution'
 */
export function formLabel(table: FormTable, field: string): string {
  const { singular } = tableNamed(table);
  return `${singular[0]?.toUpperCase() ?? ''}${singular.slice(1)}: ${field.replaceAll('_', ' ')}`;
}

/**
 * The values of one table in the text of an issue that was filled in by a form: a heading of three signs for each field,
 * and its value below. What was left empty is not given. Line breaks within a value become spaces.
 *
 * @param name - what the text is called in problems
 * @throws LocationError where a heading is that of no field, or stands twice, or no value is of the table
 * @example
 * readIssue('issue.md', '### Source: publisher\n\nXinhua\n\n### Source: url\n\n_No response_', 'sources')
 * // => { publisher: 'Xinhua' }
 */
export function readIssue(name: string, text: string, table: FormTable): FlatValues {
  const given = new Map<string, string>();
  for (const { label, value } of partsOf(text)) {
    if (!knownLabels().has(label))
      throw new LocationError(
        `${name}: "### ${label}" is no field of a form; expected one such as "### Program: title".`,
      );
    if (given.has(label)) throw new LocationError(`${name}: "### ${label}" stands twice; expected each field once.`);
    given.set(label, value);
  }
  const values = fieldsOf(table).flatMap(({ name: field, field: schema }) => {
    const value = given.get(formLabel(table, field)) ?? noResponse;
    return value === noResponse || value === '' ? [] : [[field, readFieldText(schema, [value])] as const];
  });
  if (values.length > 0) return Object.fromEntries(values);
  const wanted = `a value below a heading such as "### ${formLabel(table, fieldsOf(table)[0]?.name ?? '')}"`;
  throw new LocationError(`${name} gives no value of ${table}; expected ${wanted}.`);
}

/** The most bytes of an issue; a code host takes fewer. */
const mostBytes = 1 << 20;

/**
 * The values of one table in a file with the text of an issue; see {@link readIssue}.
 *
 * @throws LocationError where it is no text of such a size, or the text is not that of a form
 */
export function readIssueFile(path: string, table: FormTable): FlatValues {
  const found = statSync(path);
  const expected = `a text in UTF-8 of at most ${mostBytes} bytes`;
  if (!found.isFile() || found.size > mostBytes)
    throw new LocationError(
      `${path} is ${found.isFile() ? `${found.size} bytes long` : 'no file'}; expected ${expected}.`,
    );
  return readIssue(path, textIn(path, expected), table);
}

function textIn(path: string, expected: string): string {
  try {
    return decoded(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new LocationError(`${path} cannot be read as text; expected ${expected}.`);
  }
}

/** Headings with the text below each; what stands before the first one is no field. */
function partsOf(text: string): { readonly label: string; readonly value: string }[] {
  const [, ...parts] = `\n${text.replace(/\r\n?/g, '\n')}`.split(/\n### /);
  return parts.map((part) => {
    const [label = '', ...lines] = part.split('\n');
    return { label: label.trim(), value: lines.join(' ').replace(/\s+/g, ' ').trim() };
  });
}

function knownLabels(): ReadonlySet<string> {
  const names: readonly FormTable[] = ['programs', 'sources', 'leads'];
  return new Set(names.flatMap((table) => fieldsOf(table).map(({ name }) => formLabel(table, name))));
}

function fieldsOf(table: FormTable): FlatField[] {
  return flatFieldsOf(tableNamed(table).record).filter(({ name }) => name !== 'id');
}

function tableNamed(name: FormTable) {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`There is no table ${name}.`);
  return found;
}
