import { flatFieldsOf, tables } from '@govexport/schema';
import { knownPart } from '../records/field-text.ts';

/** The fields of programs and their sources that hold dates. */
export const dateFields: readonly string[] = tables
  .slice(0, 2)
  .flatMap(({ record }) => flatFieldsOf(record))
  .filter(({ field }) => knownPart(field).meta()?.['x-format'] === 'partial-date')
  .map(({ name }) => name);
