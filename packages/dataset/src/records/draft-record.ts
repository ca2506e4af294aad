import { flatFieldsOf, PartialDate, yearsOfDate, type FlatField, type Table } from '@govexport/schema';
import { unknownOf } from './field-text.ts';

/** Values of a record by the names of its flat fields; what is not given is unknown. */
export type FlatValues = Readonly<Record<string, unknown>>;

/**
 * The fields of a record that can be entered: all but its id.
 *
 * @example
 * enteredFields(tables[1]).map(({ name }) => name).slice(0, 3) // => ['url', 'publisher', 'publisher_type']
 */
export function enteredFields({ record }: Pick<Table, 'record'>): FlatField[] {
  return flatFieldsOf(record).filter(({ name }) => name !== 'id');
}

/**
 * Whether a field must be entered: it can neither be unknown nor follow from another one.
 *
 * @example
 * enteredFields(tables[0]).filter(mustBeEntered).map(({ name }) => name)
 * // => ['title', 'description', 'start', 'year_basis', 'domain', 'sources', 'confidence']
 */
export function mustBeEntered({ name, field }: FlatField): boolean {
  return unknownOf(field) === undefined && !(name in following);
}

/**
 * A whole record of the values that are given. What is not given is unknown; only what the rules of the schema fix is
 * worked out: the year from the start, and the recommendation from the reasons against it.
 *
 * @example
 * draftRecord(tables[1], 'S-0001', { publisher: 'Xinhua' }).url // => null
 */
export function draftRecord(table: Pick<Table, 'record'>, id: string, values: FlatValues): Record<string, unknown> {
  const record: Record<string, unknown> = { id };
  for (const { name, path, missing } of draftedFields(table)) {
    const said = values[name];
    const given = said === undefined ? missing(values) : said;
    if (given !== undefined) setAt(record, path, given);
  }
  return record;
}

interface DraftedField extends Pick<FlatField, 'name' | 'path'> {
  /** What the field holds where nothing is given. */
  readonly missing: (values: FlatValues) => unknown;
}

const drafted = new WeakMap<object, readonly DraftedField[]>();

/** Looked up once for a table, not once for each of its records. */
function draftedFields(table: Pick<Table, 'record'>): readonly DraftedField[] {
  const known = drafted.get(table.record);
  if (known !== undefined) return known;
  const made = enteredFields(table).map(({ name, path, field }) => {
    const unknown = unknownOf(field);
    const missing = unknown === undefined ? following[name] : () => (Array.isArray(unknown) ? [] : unknown);
    return { name, path, missing: missing ?? (() => undefined) };
  });
  drafted.set(table.record, made);
  return made;
}

/**
 * The year in which a program counts by its start, where years do not begin in January; null where the month is needed and
 * not known, so that the year must be given.
 *
 * @example
 * yearFrom('2006-10', 10) // => { year: 2007 }
 */
export function yearFrom(start: unknown, startsIn: number): { year?: number | null } {
  if (startsIn === 1 || !PartialDate.safeParse(start).success) return {};
  const [year, other] = yearsOfDate(start as string, startsIn);
  return { year: other === undefined ? (year ?? null) : null };
}

const following: Readonly<Record<string, (values: FlatValues) => unknown>> = {
  // A start that is not valid is refused by itself; its year is no second problem.
  year: ({ start }) => (typeof start === 'string' ? Number(/\d{4}/.exec(start)?.[0] ?? NaN) || undefined : undefined),
  recommended_for_aggregates: ({ exclusion_reasons: reasons }) =>
    !Array.isArray(reasons) || reasons.every((reason) => reason === 'online'),
};

function setAt(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let holder = record;
  for (const [at, name] of path.entries()) {
    if (at === path.length - 1) holder[name] = value;
    else holder = (holder[name] ??= {}) as Record<string, unknown>;
  }
}
