import { showValue, type RecordFile, type TableProblem } from './problem.ts';
import { expectedBy } from './problems-from-zod.ts';
import { retiring, tablesWithIds, type KnownIds } from './retired-ids.ts';
import { reviewedFieldsOf } from './reviewed-fields.ts';
import type { Table } from './table.ts';
import { reviews } from './tables/reviews.ts';
import { tables } from './tables.ts';
import { valueIn } from './value-at.ts';

const home: Table = reviews;

/** The name of the table of reviews. */
export const reviewsTable = home.name;

/**
 * Reviews of a record that the dataset never had, of a field that it has not, and values called right that the field does
 * not allow. A review of a record that was merged or withdrawn stays what it was.
 */
export function reviewProblems(found: readonly RecordFile[], known: KnownIds): TableProblem[] {
  return found.flatMap((review) => {
    const id = valueIn(review.value, 'record');
    if (typeof id !== 'string') return [];
    const table = tables.find(({ name }) => tablesWithIds.includes(name) && known.has(name, id));
    if (table !== undefined) return fieldProblems(review, table);
    // Where the id of a record cannot be read, that is the problem to report.
    if (retiring.some((name) => known.has(name, id)) || tablesWithIds.some(known.hasUnnamed)) return [];
    return [about(review, 'record', 'the id of a record in this dataset, or of one that it had')];
  });
}

function fieldProblems(review: RecordFile, table: Table): TableProblem[] {
  const name = valueIn(review.value, 'field');
  const reviewed = reviewedFieldsOf(table).find(({ path }) => path.join('.') === name);
  if (reviewed === undefined) return [about(review, 'field', `a field of a ${table.singular}`)];
  const text = valueIn(review.value, 'right_value');
  if (typeof text !== 'string') return [];
  const [issue] = reviewed.field.safeParse(jsonOf(text)).error?.issues ?? [];
  return issue === undefined ? [] : [about(review, 'right_value', `as JSON ${expectedBy(issue)}`)];
}

/** What is no JSON is reported by the rule of the table. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function about({ file, value }: RecordFile, field: string, expected: string): TableProblem {
  return { table: home, problem: { file, record: null, field, value: showValue(valueIn(value, field)), expected } };
}
