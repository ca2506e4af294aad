import type { Scalar, Where } from '../../query/query.ts';
import { columnAt } from './column.ts';
import { boundOf, fits } from './compare.ts';
import type { Known } from './dialect.ts';
import { known, listOf, singleKey, type Typed, type Writing } from './key.ts';

const never = '(1 = 0)';

type Range = Extract<Where, { op: 'range' }>;
type Of<Op extends Where['op']> = Extract<Where, { op: Op }>;
type Linked = Pick<Extract<Where, { table: string }>, 'field' | 'table' | 'where'>;

/**
 * A condition; where it does not hold it may be NULL.
 *
 * @throws RangeError where the table has no such field, or a bound of a range is of another type than the field
 */
export function conditionOf(where: Where, writing: Writing): string {
  switch (where.op) {
    case 'and':
      return joined(where.of, ' AND ', writing);
    case 'or':
      return joined(where.of, ' OR ', writing);
    case 'not':
      return `NOT coalesce(${conditionOf(where.of, writing)}, ${never})`;
    case 'known':
      return known(where.field, writing);
    case 'cites':
    case 'cited_by':
      return where.op === 'cites' ? citing(where, writing) : cited(where, writing);
    default:
      return keyed(where, writing);
  }
}

function joined(parts: readonly Where[], word: ' AND ' | ' OR ', writing: Writing): string {
  if (parts.length === 0) return word === ' AND ' ? '(1 = 1)' : never;
  return `(${parts.map((part) => conditionOf(part, writing)).join(word)})`;
}

/** A condition on the values that a key gives: on the one, or on any of them. */
function keyed(where: Range | Of<'in'>, writing: Writing): string {
  const { key } = where;
  const holds = (value: Typed): string =>
    where.op === 'in' ? oneOf(value, where, writing) : within(value, where, writing);
  if (!('each' in key)) return holds(singleKey(key, writing));
  const column = columnAt(writing.table, key.each);
  const none = where.op === 'in' && where.values.includes(null);
  if (key.through !== undefined) return throughOf(where, { ...key, through: key.through }, writing);
  if (column.within === null) return holds({ sql: writing.dialect.column(column), type: column.type });
  const { sql } = listOf(key.each, writing);
  const any = writing.dialect.any(sql, (item) => holds({ sql: item, type: column.type }));
  return none ? `(${any} OR ${writing.dialect.size(column)} = 0)` : any;
}

/** A condition on what the cited records have in a field is one that they meet. */
function throughOf(
  where: Range | Of<'in'>,
  { each, through }: { each: string; through: string },
  writing: Writing,
): string {
  const [table = '', ...field] = through.split('.');
  const inner: Where = { ...where, key: { field: field.join('.') } };
  const any = citing({ field: each, table, where: inner }, writing);
  if (where.op === 'range' || !where.values.includes(null)) return any;
  return `(${any} OR ${conditionOf({ op: 'in', key: { size: each }, values: [0] }, writing)})`;
}

function citing({ field, table, where }: Linked, writing: Writing): string {
  const { dialect, bound } = writing;
  const column = columnAt(writing.table, field);
  const condition = conditionOf(where, { dialect, table, bound });
  const id = dialect.column(columnAt(table, 'id'));
  const selected = `SELECT ${id} FROM ${dialect.table(table)} WHERE ${condition}`;
  if (column.within === null) return `${dialect.column(column)} IN (${selected})`;
  return dialect.cites({ list: dialect.column(column), table: writing.table, selected });
}

/** Whether records of another table that meet a condition name this one. */
function cited({ field, table, where }: Linked, { dialect, table: own, bound }: Writing): string {
  const column = columnAt(table, field);
  const names = column.within === null ? dialect.column(column) : dialect.spread(dialect.column(column));
  const condition = conditionOf(where, { dialect, table, bound });
  const selected = `SELECT ${names} FROM ${dialect.table(table)} WHERE ${condition}`;
  return `${dialect.column(columnAt(own, 'id'))} IN (${selected})`;
}

function oneOf({ sql, type }: Typed, { values }: Of<'in'>, { dialect, bound }: Writing): string {
  const fitting = values.filter((value): value is Known => value !== null && fits(value, type));
  const listed = fitting.map((value) => dialect.value(value, type, bound)).join(', ');
  const any = fitting.length === 0 ? [] : [`${sql} IN (${listed})`];
  const unknown = values.includes(null) ? [`${sql} IS NULL`] : [];
  // The expression stays also where nothing fits, since values may be bound in it.
  return any.length + unknown.length === 0 ? `(${sql} IS NULL AND ${never})` : `(${[...any, ...unknown].join(' OR ')})`;
}

function within(value: Typed, { from, to }: Range, { dialect, bound }: Writing): string {
  const compared = (side: string, end: Scalar): string[] => {
    if (end === null) return [];
    const sortable = dialect.sortable[value.type];
    return [`${sortable(value.sql)} ${side} ${sortable(dialect.value(boundOf(end, value), value.type, bound))}`];
  };
  return `(${[`${value.sql} IS NOT NULL`, ...compared('>=', from), ...compared('<=', to)].join(' AND ')})`;
}
