import { identityOf } from '@govexport/analysis';
import { showValue, tables, type Dataset, type Table, type TableName } from '@govexport/schema';
import type { z } from 'zod';
import { countFacets } from '../facets/count-facets.ts';
import { whatBecameOf, findById, type AliasOfAnswer } from '../find-record.ts';
import { RequestError } from '../problem.ts';
import { exampleKeys, exampleStates } from '../records/example-keys.ts';
import { listRecords, selectFields } from '../records/list-records.ts';
import { rowsOf, type Listing, type Values } from '../records/listing.ts';
import { listingOf } from '../records/listings.ts';
import type { Row } from '../records/record-key.ts';
import { recordSchemas } from '../records/record-schemas.ts';
import type {
  FacetsAnswer,
  FacetsInput,
  KeyInput,
  ListAnswer,
  ListInput,
  RecordAnswer,
  SelectAnswer,
  SelectInput,
} from '../records/record-types.ts';
import { sourcesCited } from '../records/sources-cited.ts';
import { licenseOf } from '../records/terms-of-use.ts';
import { defineOperation, type Operation } from './operation.ts';
import { getProgram, ProgramAnswer, type ProgramKey } from './programs.ts';
import { getSource, SourceAnswer, type SourceKey } from './sources.ts';

type GetOperation<Name extends TableName> = Name extends 'programs'
  ? Operation<'programs.get', z.input<typeof ProgramKey>, z.output<typeof ProgramAnswer>>
  : Name extends 'sources'
    ? Operation<'sources.get', z.input<typeof SourceKey>, z.output<typeof SourceAnswer>>
    : Operation<`${Name}.get`, KeyInput<Name>, RecordAnswer<Name>>;

/** The operations of each table, typed by its records. */
type RecordOperation = {
  [Name in TableName]:
    | Operation<`${Name}.list`, ListInput<Name>, ListAnswer<Name>>
    | Operation<`${Name}.select`, SelectInput<Name>, SelectAnswer<Name>>
    | Operation<`${Name}.facets`, FacetsInput<Name>, FacetsAnswer<Name>>
    | GetOperation<Name>;
}[TableName];

/** What of a table its operations are called by. */
type NamedTable = Pick<Table<TableName>, 'name' | 'singular' | 'title' | 'description' | 'key'>;

function listOperation({ name, title, description }: NamedTable): Operation {
  return defineOperation({
    id: `${name}.list`,
    path: `/${name}`,
    command: `${name} list`,
    tag: 'Records',
    title: `List ${title.toLowerCase()}`,
    description: `${description} Records that a filter and a search let through, in pages: follow next_cursor until it is null.`,
    get input() {
      return recordSchemas[name].either.input;
    },
    get output() {
      return recordSchemas[name].either.output;
    },
    ask({ dataset }, { fields, ...given }: Values & { fields: readonly string[] }) {
      const listing = listingOf(name);
      return fields.length === 0
        ? listRecords(dataset, listing, given)
        : selectFields(dataset, listing, { ...given, fields });
    },
    view: { table: name },
    example: name === 'programs' ? { countries: exampleStates.slice(-1), limit: 2 } : { limit: 2 },
    typedBy: ({ fields }) => `${name}.${fields === undefined ? 'list' : 'select'}`,
  });
}

/** The procedure whose type says which fields its records have; the address of the list answers the same. */
function selectOperation({ name, title }: NamedTable): Operation {
  return defineOperation({
    id: `${name}.select`,
    path: null,
    command: null,
    tag: 'Records',
    title: `Select fields of ${title.toLowerCase()}`,
    description: `Some fields of the ${title.toLowerCase()} that a filter lets through, in pages.`,
    get input() {
      return recordSchemas[name].select.input;
    },
    get output() {
      return recordSchemas[name].select.output;
    },
    ask: ({ dataset }, given) => selectFields(dataset, listingOf(name), given),
    view: { table: name },
    example: null,
  });
}

function facetsOperation({ name, title }: NamedTable): Operation {
  return defineOperation({
    id: `${name}.facets`,
    path: `/${name}/facets`,
    command: `${name} facets`,
    tag: 'Records',
    title: `Count ${title.toLowerCase()} by facet`,
    description:
      'How often each value occurs among the records that a filter and a search let through. What chooses by a facet does not narrow its own counts; unknown is counted apart.',
    get input() {
      return recordSchemas[name].facets.input;
    },
    get output() {
      return recordSchemas[name].facets.output;
    },
    ask: ({ dataset }, given) => countFacets(dataset, listingOf(name), given),
    view: null,
    example: { values: 5 },
  });
}

/** The two tables whose single records are answered in a form of their own. */
const ownAnswers = {
  programs: { output: ProgramAnswer, get: getProgram },
  sources: { output: SourceAnswer, get: getSource },
} as const;

function getOperation({ name, singular, key }: NamedTable): Operation {
  const own = Object.hasOwn(ownAnswers, name) ? ownAnswers[name as keyof typeof ownAnswers] : null;
  const keys = key.map((part) => `:${part}`);
  return defineOperation({
    id: `${name}.get`,
    path: `/${[name, ...keys].join('/')}`,
    command: `${name} get ${keys.join(' ')}`,
    tag: 'Records',
    title: `Get one ${singular}`,
    description:
      name === 'sources'
        ? 'One source with the records of every table that cite it.'
        : `One ${singular} with the sources that it cites.`,
    get input() {
      return recordSchemas[name].get.input;
    },
    get output() {
      return own?.output ?? recordSchemas[name].get.output;
    },
    ask: ({ dataset }, given: Values) =>
      own === null ? getRecord(dataset, listingOf(name), given) : own.get(dataset, String(given['id'])),
    view: null,
    example: exampleKeys[name] ?? null,
  });
}

/** The operations of every table, in one mapping: a new one needs an example only. */
export const recordOperations = tables.flatMap((table) => [
  listOperation(table),
  selectOperation(table),
  facetsOperation(table),
  getOperation(table),
]) as RecordOperation[];

function getRecord(dataset: Dataset, { table }: Listing, key: Values) {
  const { record, alias } = recordWith(dataset, table, key);
  return {
    dataset: identityOf(dataset),
    license: licenseOf(dataset, table, record),
    record,
    sources: sourcesCited(dataset, record['sources'] as readonly string[] | undefined),
    alias,
  };
}

interface Found {
  readonly record: Row;
  readonly alias: AliasOfAnswer;
}

/** A record by its key; where that is an id, also by one that was given up. */
function recordWith(dataset: Dataset, table: Listing['table'], key: Values): Found {
  const record = rowsOf(dataset, table).find((row) => table.key.every((field) => row[field] === key[field]));
  if (record !== undefined) return { record, alias: null };
  const found = typeof key['id'] === 'string' ? findById(dataset, table.name as TableName, key['id']) : undefined;
  if (found === undefined) throw noSuchRecord(dataset, table, key);
  return found;
}

/** The refusal of a key that no record has; it shows the first record of the table as an example. */
function noSuchRecord(dataset: Dataset, table: Listing['table'], key: Values): RequestError {
  const [first] = rowsOf(dataset, table);
  const field = table.key.join(', ');
  const example = first === undefined ? '' : `, such as ${table.key.map((part) => String(first[part])).join(', ')}`;
  const value = table.key.map((part) => showValue(key[part])).join(', ');
  const became = typeof key['id'] === 'string' ? whatBecameOf(dataset, key['id'], table.name as TableName) : '';
  const expected = `the ${field} of a ${table.singular}${example}${became}`;
  return new RequestError('not-found', [{ field, value, expected }]);
}
