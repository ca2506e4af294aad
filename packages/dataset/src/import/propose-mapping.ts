import { flatFieldsOf, tables } from '@govexport/schema';
import { enteredFields, mustBeEntered } from '../records/draft-record.ts';
import { comparedHeader, headerWords } from './header-words.ts';
import { dateFields } from './date-fields.ts';
import type { FieldRule } from './mapping.ts';
import { proposedDataset, type Proposed, type Sureness } from './propose-dataset.ts';
import { codeSeparators } from './read-cells.ts';
import type { SheetTable, TableRow } from './sheet/table.ts';
import { countryCodeOf } from './values/country-names.ts';
import { orderOfSlashes } from './values/order-of-slashes.ts';
import { readDate } from './values/read-date.ts';
import { isUnknownWord } from './values/yes-no.ts';

/** A mapping to begin with, and what each part of it rests on. */
export interface Proposal {
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly fields: readonly Proposed[];
}

const [programTable, sourceTable] = tables;

/** Rows that a proposal looks at. */
const looked = 500;

/** What is proposed where no column says it: the reading that claims least. */
const cautious: Readonly<Record<string, Readonly<Record<string, FieldRule['constant']>>>> = {
  programs: { year_basis: 'stated', confidence: 'low', venue: 'unknown' },
  sources: { publisher_type: 'other', is_copy: false, access: 'live page' },
};

interface Seen {
  readonly name: string;
  readonly letters: string;
  readonly cells: readonly string[];
}

type Taken = Map<string, { rule: FieldRule; by: Sureness; columns: readonly Seen[] }>;

/**
 * A mapping to begin with, from the headers of a table in English, Russian or Chinese and from its cells. What nobody can
 * see in a table is an empty text, which `parseMapping` refuses; everything that decides what counts stands in it.
 *
 * @param name - of the file, from which a name and a title are made
 * @param year - of today; null where a folder says what the dataset says about itself, so that the mapping leaves it out
 */
export async function proposeMapping(name: string, table: SheetTable, year: number | null): Promise<Proposal> {
  const rows: TableRow[] = [];
  for await (const row of table.rows) {
    rows.push(row);
    if (rows.length >= looked) break;
  }
  const unnamed = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))].filter(
    (key) => !table.columns.some((column) => column.name === key),
  );
  const columns = [...table.columns, ...unnamed.map((key) => ({ name: key, letters: key.replace('column ', '') }))];
  const seen = columns.map(({ name: column, letters }): Seen => {
    const cells = rows.map((row) => (row.cells[column] ?? '').trim()).filter((cell) => cell !== '');
    return { name: column, letters, cells };
  });
  const programs = rulesFor('programs', seen);
  const sources = rulesFor('sources', seen);
  byCells(seen, programs, sources);
  withConstants(programs, sources, seen);
  withGaps(rows, programs, sources);
  const proposal = proposalOf(seen, { programs, sources });
  if (year === null) return proposal;
  const { dataset, fields } = proposedDataset({
    title: name.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, ''),
    states: statesIn(seen, programs),
    venue: programs.get('venue')?.by === 'header',
    year,
  });
  return { mapping: { dataset, ...proposal.mapping }, fields: [...fields, ...proposal.fields] };
}

/** Columns by their headers; the first of several takes the field. */
function rulesFor(table: 'programs' | 'sources', seen: readonly Seen[]): Taken {
  const taken: Taken = new Map();
  const fields = flatFieldsOf((table === 'programs' ? programTable : sourceTable).record).map((field) => field.name);
  for (const column of seen) {
    const header = comparedHeader(column.name);
    const named = fields.find((field) => field.replaceAll('_', ' ') === header && field !== 'sources');
    const field = headerWords.find((one) => one.table === table && one.words.test(header))?.field ?? named;
    if (field === undefined || taken.has(field) || column.cells.length === 0) continue;
    taken.set(field, { rule: ruleOf(field, column, seen), by: 'header', columns: [column] });
  }
  return taken;
}

function ruleOf(field: string, column: Seen, seen: readonly Seen[]): FieldRule {
  const dates = dateFields.includes(field) ? datesOf(column, seen) : [];
  return dates.length === 0 ? { column: column.name } : { column: column.name, dates };
}

/** Formats for what cannot be read without one. One column may show what the slashes of another mean. */
function datesOf({ cells }: Seen, seen: readonly Seen[]): string[] {
  // What can be read in one way only needs no format.
  const doubtful = cells.filter((cell) => readDate(cell, []) === null);
  const own = orderOfSlashes(doubtful);
  const shown = [own, ...seen.map((other) => orderOfSlashes(other.cells))].filter(isOrder);
  const order = own !== null && new Set(shown).size === 1 ? shown.slice(0, 1) : [];
  const unread = doubtful.filter((cell) => readDate(cell, order) === null);
  const more = ['serial', 'MMM-YY', 'DD.MM.YY'].filter((format) =>
    unread.some((cell) => readDate(cell, [format]) !== null),
  );
  return [...order, ...more];
}

function isOrder(order: ReturnType<typeof orderOfSlashes>): order is 'DD/MM/YYYY' | 'MM/DD/YYYY' {
  return order === 'DD/MM/YYYY' || order === 'MM/DD/YYYY';
}

/** What cells tell of columns whose header tells nothing. */
function byCells(seen: readonly Seen[], programs: Taken, sources: Taken): void {
  const free = () => {
    const names = [...programs.values(), ...sources.values()].flatMap(({ columns }) => columns);
    return seen.filter((column) => !names.includes(column));
  };
  const most = (column: Seen, is: (cell: string) => boolean) =>
    column.cells.length > 0 && column.cells.filter(is).length > column.cells.length / 2;
  const states = free().filter(
    ({ name, cells }) => countryCodeOf(name) !== null && cells.every((cell) => cell.length < 5),
  );
  if (states.length > 1 && !programs.has('countries')) {
    const columns = Object.fromEntries(states.map(({ name }) => [name, countryCodeOf(name)]));
    programs.set('countries', { rule: { columns }, by: 'header', columns: states });
  }
  const addresses = free().find((column) => most(column, (cell) => /^https?:\/\//.test(cell)));
  if (addresses !== undefined && !sources.has('url'))
    sources.set('url', { rule: { column: addresses.name }, by: 'cells', columns: [addresses] });
  const named = free().find((column) =>
    most(column, (cell) => cell.split(codeSeparators).every((one) => countryCodeOf(one.trim()) !== null)),
  );
  if (named !== undefined && !programs.has('countries'))
    programs.set('countries', { rule: { column: named.name }, by: 'cells', columns: [named] });
}

/** What follows from another column, what is cautious to say of every row, and what a person must fill in. */
function withConstants(programs: Taken, sources: Taken, seen: readonly Seen[]): void {
  const [title, year] = [programs.get('title'), programs.get('year')];
  if (title !== undefined && !programs.has('description')) programs.set('description', { ...title, by: 'cautious' });
  if (year !== undefined && !programs.has('start')) programs.set('start', { ...year, by: 'cells' });
  if (!sources.has('language'))
    sources.set('language', { rule: { constant: languageOf(seen) }, by: 'cells', columns: [] });
  for (const [table, taken] of [[programTable, programs] as const, [sourceTable, sources] as const]) {
    const open = (name: string) => !taken.has(name);
    for (const [field, constant] of Object.entries(cautious[table.name] ?? {}).filter(([name]) => open(name)))
      taken.set(field, { rule: { constant }, by: 'cautious', columns: [] });
    const needed = enteredFields(table).filter((field) => mustBeEntered(field) && !follows(field.name, taken));
    for (const { name } of needed.filter((field) => open(field.name)))
      taken.set(name, { rule: { column: '' }, by: 'to fill in', columns: [] });
  }
}

/** The sources of a row are made of its columns, and who published a page follows from its address. */
function follows(field: string, taken: Taken): boolean {
  return field === 'sources' || (field === 'publisher' && taken.has('url'));
}

/** Where a row tells of a program and not of when its source was read, a person says what the empty cell stands for. */
function withGaps(rows: readonly TableRow[], programs: Taken, sources: Taken): void {
  const accessed = sources.get('accessed');
  const [column] = accessed?.columns ?? [];
  if (accessed === undefined || column === undefined) return;
  const telling = [programs.get('title'), programs.get('start'), sources.get('url')].flatMap(
    (taken) => taken?.columns ?? [],
  );
  const isEmpty = (row: TableRow, { name }: Seen) => {
    const cell = (row.cells[name] ?? '').trim();
    return cell === '' || isUnknownWord(cell);
  };
  if (rows.some((row) => isEmpty(row, column) && !telling.every((one) => isEmpty(row, one))))
    sources.set('accessed', { ...accessed, rule: { ...accessed.rule, empty: '' }, by: 'empty cells' });
}

function languageOf(seen: readonly Seen[]): string {
  const text = seen.flatMap(({ cells }) => cells).join('');
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en';
}

function proposalOf(seen: readonly Seen[], rules: Readonly<Record<'programs' | 'sources', Taken>>): Proposal {
  const used = [rules.programs, rules.sources].flatMap((taken) =>
    [...taken.values()].flatMap(({ columns }) => columns),
  );
  const ignored = seen.filter((column) => !used.includes(column));
  const words = new Set(seen.flatMap(({ cells }) => cells));
  const listed = (table: 'programs' | 'sources'): Proposed[] =>
    [...rules[table]].map(([field, { rule, by, columns }]) => ({
      ...{ table, field, by },
      columns: columns.map((column) => `${column.letters} ${column.name}`),
      constant: rule.constant === undefined ? null : String(rule.constant),
      example: columns[0]?.cells[0] ?? null,
    }));
  const mapping = {
    unknown: [...words].filter(isUnknownWord).sort(),
    ignored_columns: ignored.map((column) => column.name),
    programs: rulesIn(rules.programs),
    sources: rulesIn(rules.sources),
  };
  const left = ignored.map((column): Proposed => ({
    ...{ table: 'programs', field: '', by: 'ignored', constant: null },
    columns: [`${column.letters} ${column.name}`],
    example: column.cells[0] ?? null,
  }));
  const hosts = listed('sources')
    .filter(({ field, columns }) => field === 'url' && columns.length > 0 && !rules.sources.has('publisher'))
    .map((url): Proposed => ({ ...url, field: 'publisher', by: 'host' }));
  return { mapping, fields: [...listed('programs'), ...listed('sources'), ...hosts, ...left] };
}

function rulesIn(taken: Taken): Record<string, FieldRule> {
  return Object.fromEntries([...taken].map(([field, { rule }]) => [field, rule]));
}

/** The states that the table names. */
function statesIn(seen: readonly Seen[], programs: Taken): string[] {
  const { column, columns } = programs.get('countries')?.rule ?? {};
  if (columns !== undefined) return Object.values(columns).map(String);
  const cells = seen.find(({ name }) => name === column)?.cells ?? [];
  const codes = cells.flatMap((cell) => cell.split(codeSeparators).map((one) => countryCodeOf(one.trim())));
  return [...new Set(codes)].filter((code) => code !== null).sort();
}
