import type { Dataset } from '@govexport/schema';
import fc from 'fast-check';
import type { Cell, CountQuery, Key, Keys, Order, Query, RowsQuery, Scalar, Where } from '../../src/query/query.ts';
import { naiveEngine } from './naive-engine.ts';

/** A field of ids, and the table of the other end. */
interface Citing {
  readonly op: 'cites' | 'cited_by';
  readonly field: string;
  readonly table: string;
}

/** What can be asked of a table: its keys of one value, those of several, what it cites and by what it is cited. */
interface Askable {
  readonly single: readonly Order['key'][];
  readonly several: readonly Key[];
  readonly knowable: readonly string[];
  readonly sums: readonly string[];
  readonly cites: readonly Citing[];
  /** Fields that identify a record together. */
  readonly identity: readonly string[];
}

const fields = (...names: string[]): Order['key'][] => names.map((field) => ({ field }));
const dated = (of: string): Order['key'][] => [
  { part: 'year', of },
  { part: 'month', of },
  { part: 'precision', of },
  { part: 'year', of, startsIn: 10 },
];

/** Every table that statistics ask, with a key of each kind. */
const askable: Readonly<Record<string, Askable>> = {
  programs: {
    single: [
      ...fields(
        'year',
        'start',
        'venue',
        'domain',
        'sector',
        'frame',
        'confidence',
        'host_institution',
        'duration_days',
      ),
      ...fields('security_related', 'recommended_for_aggregates', 'participants.value', 'participants.basis', 'title'),
      ...dated('start'),
      ...dated('end'),
      { size: 'sources' },
      { size: 'organisers' },
      { known: 'participants' },
      { known: 'participants.value' },
      { known: 'host_cities' },
      { known: 'recipient_agencies' },
      { known: 'frame' },
      { list: 'countries' },
      { list: 'recipient_agencies.name' },
      { list: 'codings', until: '-' },
    ],
    several: [
      { each: 'countries' },
      { each: 'topics' },
      { each: 'sources' },
      { each: 'recipient_agencies.name' },
      { each: 'sources', through: 'sources.language' },
      { each: 'sources', through: 'sources.publisher' },
    ],
    knowable: ['end', 'sector', 'participants', 'participants.value', 'funders', 'trainees', 'equipment_transfer'],
    sums: ['participants.value', 'duration_days', 'year'],
    cites: [{ op: 'cites', field: 'sources', table: 'sources' }],
    identity: ['id'],
  },
  sources: {
    single: [...fields('language', 'publisher_type', 'publisher', 'is_copy'), ...dated('published')],
    several: [],
    knowable: ['publisher', 'published'],
    sums: [],
    cites: [{ op: 'cited_by', field: 'sources', table: 'adoptions' }],
    identity: ['id'],
  },
  codings: {
    single: fields('round', 'coder', 'field', 'value', 'program'),
    several: [],
    knowable: ['value'],
    sums: ['round'],
    cites: [{ op: 'cites', field: 'program', table: 'programs' }],
    identity: ['round', 'program', 'coder', 'field'],
  },
  adoptions: {
    single: [...fields('country', 'system', 'status', 'supplier', 'confidence'), ...dated('date'), { list: 'sources' }],
    several: [{ each: 'supplier_countries' }, { each: 'sources' }],
    knowable: ['date', 'status', 'supplier_countries', 'city'],
    sums: ['cameras'],
    cites: [{ op: 'cites', field: 'sources', table: 'sources' }],
    identity: ['id'],
  },
};

/**
 * Random questions about the records of a dataset: values of conditions are drawn from its own, beside some that no record
 * has.
 *
 * @example
 * fc.assert(fc.property(questions(dataset), (query) => sortedAnswer(query, engine.ask([query])[0])), { seed: 2022 });
 */
export function questions(dataset: Dataset): fc.Arbitrary<Query> {
  return fc.oneof(
    ...Object.keys(askable).flatMap((table) => [counts(dataset, table), counts(dataset, table), rows(dataset, table)]),
  );
}

function counts(dataset: Dataset, table: string): fc.Arbitrary<CountQuery> {
  const { single, several, sums } = of(table);
  const key = fc.constantFrom(...single, ...several);
  const by: fc.Arbitrary<Keys> = fc
    .array(key, { maxLength: 3 })
    .map((keys) => Object.fromEntries(keys.map((one, index) => [`key_${index}`, one])));
  const plain = fc.record({
    kind: fc.constant('count' as const),
    table: fc.constant(table),
    where: where(dataset, table),
    by,
  });
  if (sums.length === 0) return plain;
  return fc.oneof(
    plain,
    fc.tuple(plain, fc.constantFrom(...sums)).map(([query, sum]) => ({ ...query, sum })),
  );
}

function rows(dataset: Dataset, table: string): fc.Arbitrary<RowsQuery> {
  const { single, identity } = of(table);
  const direction = fc.constantFrom('ascending' as const, 'descending' as const);
  const order = fc
    .tuple(fc.array(fc.record({ key: fc.constantFrom(...single), direction }), { maxLength: 2 }), direction)
    .map(([first, last]): Order[] => [...first, ...identity.map((field) => ({ key: { field }, direction: last }))]);
  const names = identity.concat(single.flatMap((key) => ('field' in key ? [key.field] : [])));
  return fc
    .record({
      kind: fc.constant('rows' as const),
      table: fc.constant(table),
      where: where(dataset, table),
      fields: fc.subarray([...new Set(names)], { minLength: 1 }),
      order,
      limit: fc.integer({ min: 1, max: 40 }),
      page: fc.boolean(),
    })
    .map(({ page, ...query }) => (page ? secondPage(dataset, query) : query));
}

/** The same question from behind some record that meets it on. */
function secondPage(dataset: Dataset, query: RowsQuery): RowsQuery {
  const by = Object.fromEntries(query.order.map(({ key }, index) => [`key_${index}`, key]));
  const [cells] = naiveEngine(dataset).ask([{ kind: 'count', table: query.table, where: query.where, by }]);
  const [cell] = cells as readonly Cell[];
  return cell === undefined
    ? query
    : { ...query, after: query.order.map((_, index) => cell.by[`key_${index}`] ?? null) };
}

/** @param depth - conditions on other tables that may stand within each other */
function where(dataset: Dataset, table: string, depth = 2): fc.Arbitrary<Where> {
  const { single, several, knowable, cites } = of(table);
  const leaves = [...single, ...several].map((key) => condition(dataset, table, key));
  const known = fc.constantFrom(...knowable).map((field): Where => ({ op: 'known', field }));
  const citing = (depth === 0 ? [] : cites).map((one) =>
    where(dataset, one.table, depth - 1).map((inner): Where => ({ ...one, where: inner })),
  );
  const { tree } = fc.letrec<{ tree: Where; leaf: Where }>((tie) => ({
    leaf: fc.oneof(...leaves, known, ...citing),
    tree: fc.oneof(
      { maxDepth: 2 },
      tie('leaf'),
      fc.record({ op: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('tree'), { maxLength: 3 }) }),
      tie('tree').map((inner): Where => ({ op: 'not', of: inner })),
    ),
  }));
  return tree;
}

function condition(dataset: Dataset, table: string, key: Key): fc.Arbitrary<Where> {
  const [cells] = naiveEngine(dataset).ask([{ kind: 'count', table, where: { op: 'and', of: [] }, by: { key } }]);
  const values = (cells as readonly Cell[]).map(({ by }) => by['key'] ?? null);
  const value = fc.constantFrom<Scalar>(...values, null);
  const some = fc.array(value, { maxLength: 4 }).map((list): Where => ({ op: 'in', key, values: list }));
  const range = fc.record({ op: fc.constant('range' as const), key: fc.constant(key), from: value, to: value });
  return typeof values.find((one) => one !== null) === 'boolean' ? some : fc.oneof(some, range);
}

function of(table: string): Askable {
  const found = askable[table];
  if (found === undefined) throw new TypeError(`no question is known of the table ${table}`);
  return found;
}

/** An answer in one order, so that two engines can be compared: cells by their values, rows as they come. */
export function sortedAnswer({ kind }: Query, answer: unknown): unknown {
  if (kind === 'rows') return answer;
  const text = (cell: Cell): string => JSON.stringify(Object.values(cell.by));
  return [...(answer as readonly Cell[])].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}
