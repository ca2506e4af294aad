import type { Plan } from './plan.ts';
import { everything, type Query, type Where } from './query.ts';

/**
 * A plan whose questions about some records of a table are about those of them that meet one more condition, also where they
 * are asked of records that cite these. A question about every record of the table stays one, and one condition that
 * several questions share stays one.
 *
 * @example
 * narrowed(count({ table: 'borders', where: everything, by: {} }), 'programs', everything).queries[0].where; // { op: 'and', of: [] }
 */
export function narrowed<Counts>(plan: Plan<Counts>, table: string, only: Where): Plan<Counts> {
  const known = new Map<Where, Where>();
  const narrow = (of: string, where: Where): Where => {
    if (of !== table || where === everything) return within(where);
    const made = known.get(where) ?? { op: 'and', of: [within(where), only] };
    known.set(where, made);
    return made;
  };
  const within = (where: Where): Where => {
    if (where.op === 'and' || where.op === 'or')
      return where === everything ? where : { ...where, of: where.of.map(within) };
    if (where.op === 'not') return { ...where, of: within(where.of) };
    return where.op === 'cites' || where.op === 'cited_by'
      ? { ...where, where: narrow(where.table, where.where) }
      : where;
  };
  return {
    queries: plan.queries.map((query): Query => ({ ...query, where: narrow(query.table, query.where) })),
    read: plan.read,
  };
}
