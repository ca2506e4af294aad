import { catalogue, type Facts, type Opened } from '@govexport/analysis';

/** Questions that are timed, and what is inferred of their answers. */
export interface Task {
  readonly run: () => unknown;
  readonly infer?: (answers: readonly unknown[]) => unknown;
}

/** Tasks by their names. */
export type Tasks = Readonly<Record<string, Task>>;

/** Values that a list of records is narrowed by. */
export const facets = [
  'year',
  'venue',
  'frame',
  'domain',
  'sector',
  'format',
  'confidence',
  'security_related',
] as const;

/** Fields that a list shows. */
export const listed = ['id', 'title', 'start', 'year', 'venue', 'host_institution', 'countries', 'sector', 'domain'];

/** Records of a page, and a page that is far behind. */
export const [PAGE, FAR] = [50, 1000];

const everything = { op: 'and', of: [] } as const;
const order = [
  { key: { field: 'year' }, direction: 'descending' },
  { key: { field: 'id' }, direction: 'ascending' },
] as const;

/** Questions, and how their answers are read. */
interface Plan {
  readonly queries: Parameters<Opened['engine']['ask']>[0];
  readonly read: (answers: readonly unknown[]) => unknown;
}

interface AnyStatistic {
  readonly input: { readonly parse: (given: object) => unknown };
  readonly planAnswer: (facts: Facts, given: unknown) => Plan;
}

/** What is asked of an engine of ours, and what lists are made of. */
export async function ownTasks({ engine, facts }: Opened): Promise<Tasks> {
  const statistics = (['trend', 'overview', 'crosstab', 'hosts'] as const).map((name): [string, Task] => {
    const statistic = catalogue[name] as unknown as AnyStatistic;
    const { queries, read } = statistic.planAnswer(facts, statistic.input.parse({}));
    return [name, { run: () => engine.ask(queries), infer: read }];
  });
  const values = facets.map((field) => countBy({ field }));
  const page = { kind: 'rows', table: 'programs', where: everything, order, limit: PAGE } as const;
  const before = { ...page, fields: ['year', 'id'], limit: PAGE * (FAR - 1) };
  const [rows] = await engine.ask([before]);
  const last = (rows as readonly { year: number; id: string }[]).at(-1);
  const after = last === undefined ? [] : [last.year, last.id];
  return {
    ...Object.fromEntries(statistics),
    facets: { run: () => engine.ask([...values, countBy({ each: 'countries' })]) },
    'list, page 1': { run: () => engine.ask([{ ...page, fields: listed }]) },
    [`list, page ${FAR.toLocaleString('en')}`]: { run: () => engine.ask([{ ...page, fields: listed, after }]) },
  };
}

function countBy<Key>(key: Key) {
  return { kind: 'count', table: 'programs', where: everything, by: { value: key } } as const;
}

const scope = `WHERE year BETWEEN 2000 AND 2024 AND venue IN ('in_sender', 'hybrid') AND recommended_for_aggregates`;

const by = (field: string, where = ''): string => `SELECT ${field}, count(*) FROM programs ${where} GROUP BY 1`;
const byItem = (list: string, where = ''): string =>
  `SELECT item, count(*) FROM (SELECT unnest(${list}) AS item FROM programs ${where}) GROUP BY 1`;
const told = (field: string): string => `count(*) FILTER (${field} NOT IN ('unknown', 'not_shown'))`;
const listKnown = (field: string): string => `count(*) FILTER (len(${field}) > 0)`;

const overview = [
  by('year', scope),
  ...['sources', 'countries', 'host_cities'].map((list) => byItem(list, scope)),
  ...['host_institution', 'host_province', 'sector'].map((field) => by(field, scope)),
  by('(security_related, technology_component, equipment_transfer)', scope),
  `SELECT count(*), count("end"), count(duration_days), count(host_institution), count(host_province), ${[
    ...['venue', 'frame', 'sector', 'format', 'trainees'].map(told),
    ...['host_cities', 'organisers', 'funders', 'countries', 'recipient_agencies', 'topics'].map(listKnown),
  ].join(', ')}, count(participants.value) FROM programs ${scope}`,
];

const page = `SELECT ${listed.join(', ')} FROM programs ORDER BY year DESC, id LIMIT ${PAGE}`;

/** The statements that somebody writes for the same counts and rows; nothing is inferred of them. */
export const handWritten: Readonly<Record<string, readonly string[]>> = {
  trend: [by('year', scope)],
  overview,
  crosstab: [`SELECT domain, frame, count(*) FROM programs ${scope} GROUP BY 1, 2`],
  hosts: [`SELECT host_institution, sector, count(*) FROM programs ${scope} GROUP BY 1, 2`],
  facets: [...facets.map((field) => by(field)), byItem('countries')],
  'list, page 1': [page],
  [`list, page ${FAR.toLocaleString('en')}`]: [`${page} OFFSET ${PAGE * (FAR - 1)}`],
};
