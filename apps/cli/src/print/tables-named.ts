import { showValue } from '@govexport/schema';
import type { Shown } from './shown.ts';
import { alternative } from '../args/suggest.ts';
import { UsageError } from '../args/failures.ts';

/**
 * What is shown of an answer, reduced to one table where one is named.
 *
 * @throws UsageError where the answer has no such table
 */
export function tablesNamed(shown: Shown, name: string | null, command: string): Shown {
  if (name === null) return shown;
  const tables = shown.tables.filter(({ data }) => data.name === name);
  if (tables.length > 0) return { ...shown, tables };
  const names = shown.tables.map(({ data }) => data.name);
  throw new UsageError(`--table is ${showValue(name)}; ${alternative(name, names)}`, command);
}
