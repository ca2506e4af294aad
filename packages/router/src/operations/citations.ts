import { DatasetIdentity, identityOf } from '@govexport/analysis';
import {
  canonicalJson,
  citationOf,
  PartialDate,
  strictObject,
  tables,
  type CitedPart,
  type Dataset,
  type TableName,
} from '@govexport/schema';
import { z } from 'zod';
import { checkInput } from '../check-input.ts';
import { recordAnywhere } from '../find-record.ts';
import { limits } from '../limits.ts';
import { decodeQuery, encodeQuery } from '../query.ts';
import { withSortedLists } from '../records/filtered-table.ts';
import { exampleStates } from '../records/example-keys.ts';
import { licenseOf, licenseShape } from '../records/terms-of-use.ts';
import { chosenRows, hitsOf } from '../records/list-records.ts';
import { listingOf } from '../records/listings.ts';
import { recordSchemas } from '../records/record-schemas.ts';
import type { Context } from '../trpc.ts';
import { defineOperation } from './operation.ts';

const styles = ['apa', 'bibtex', 'ris', 'csl-json'] as const;

const formShape = () => ({
  style: z
    .enum(styles)
    .default('apa')
    .describe(
      'Form of the citation: a sentence (apa), an entry for BibTeX, a record for RIS, or a list of one CSL item.',
    ),
  accessed: PartialDate.nullable()
    .default(null)
    .describe('When you read it, such as 2026-11-24. Not given: left out, for the version says what was read.'),
});

const tableNames = tables.map(({ name }) => name) as [TableName, ...TableName[]];

/** Input of the citation of the dataset. */
export const DatasetCitationInput = strictObject(formShape);

/** Input of the citation of a record. */
export const RecordCitationInput = strictObject(() => ({
  id: z
    .string()
    .max(limits.text_length)
    .describe(
      'Id of a record of any table, such as GX-0001; an id that was merged cites the record it was merged into.',
    ),
  ...formShape(),
}));

/** Input of the citation of a filtered view. */
export const ViewCitationInput = strictObject(() => ({
  table: z.enum(tableNames).default('programs').describe('Table whose records the view chooses.'),
  query: z
    .string()
    .max(limits.text_length)
    .default('')
    .describe('What chooses them, as in an address: countries=KG&from=2015. Empty: every record of the table.'),
  ...formShape(),
}));

/** One citation in one form. */
export const CitationAnswer = strictObject(() => ({
  dataset: DatasetIdentity.describe('The dataset that is cited.'),
  ...licenseShape,
  address: z.string().describe('Path of what is cited below the address of a server.'),
  records: z.int().min(0).nullable().describe('Records of the view; null where no view is cited.'),
  style: formShape().style.unwrap(),
  text: z.string().describe('The citation.'),
}));

type Form = z.output<typeof DatasetCitationInput>;

interface Cited {
  readonly part: CitedPart;
  readonly address: string;
  readonly table: Parameters<typeof licenseOf>[1];
  /** The record that is cited, where it is one. */
  readonly record?: object;
}

function cite({ dataset, served_at }: Context, { part, address, table, record }: Cited, { style, accessed }: Form) {
  const license = licenseOf(dataset, table, record);
  const { apa, bibtex, ris, csl } = citationOf(dataset, {
    ...part,
    ...(license.note === null ? {} : { credit: license.note }),
    ...(accessed === null ? {} : { accessed }),
    served_at,
  });
  return {
    dataset: identityOf(dataset),
    license,
    address,
    records: part.records ?? null,
    style,
    text: { apa, bibtex, ris, 'csl-json': canonicalJson([csl]) }[style],
  };
}

const whole: Cited = { part: {}, address: '/v1/meta', table: { licenses: [] } };

function recordCited(dataset: Dataset, id: string): Cited {
  const { table, record } = recordAnywhere(dataset, id);
  const title = (record['title'] ?? record['name'] ?? null) as string | null;
  const live = String(record['id']);
  return {
    part: { record: { id: live, title } },
    address: `/v1/${table}/${live}`,
    table: listingOf(table).table,
    record,
  };
}

/** The view by its shortest query in the order of the inputs, so that one selection has one citation. */
function viewCited(dataset: Dataset, name: TableName, query: string): Cited {
  const listing = listingOf(name);
  const { view } = recordSchemas[name];
  const given = checkInput(view, decodeQuery(view, new URLSearchParams(query)), dataset.meta);
  const input = listing.resolve(dataset, given);
  const hits = hitsOf(dataset, listing, input['q'] as string | null);
  const shortest = encodeQuery(view, withSortedLists(given, listing.filter));
  const parameters = new URLSearchParams(shortest).toString().replaceAll('%2C', ',');
  const selection = parameters === '' ? name : `${name}?${parameters}`;
  const records = chosenRows(dataset, listing, { input, hits }).length;
  return { part: { view: selection, records }, address: `/v1/${selection}`, table: listing.table };
}

/** How to cite the dataset, what a filter and a search choose, and one record. */
export const citationOperations = [
  defineOperation({
    id: 'citations.dataset',
    path: '/citation',
    command: 'cite',
    tag: 'Dataset',
    title: 'Cite the dataset',
    description: 'How to cite the dataset, with its version and the SHA-256 of its content.',
    input: DatasetCitationInput,
    output: CitationAnswer,
    ask: (context, input) => cite(context, whole, input),
    view: null,
    example: { style: 'bibtex' },
  }),
  defineOperation({
    id: 'citations.view',
    path: '/citation/view',
    command: 'cite view :table :query',
    tag: 'Dataset',
    title: 'Cite a filtered view',
    description: 'How to cite the records that a filter and a search choose, with their number and their address.',
    input: ViewCitationInput,
    output: CitationAnswer,
    ask: (context, input) => cite(context, viewCited(context.dataset, input.table, input.query), input),
    view: null,
    example: { table: 'programs', query: `countries=${exampleStates.slice(-1).join()}`, style: 'ris' },
  }),
  defineOperation({
    id: 'citations.record',
    path: '/citation/:id',
    command: 'cite :id',
    tag: 'Dataset',
    title: 'Cite a record',
    description: 'How to cite one record of any table.',
    input: RecordCitationInput,
    output: CitationAnswer,
    ask: (context, input) => cite(context, recordCited(context.dataset, input.id), input),
    view: null,
    example: { id: 'GX-0001', accessed: '2026-11-24' },
  }),
] as const;
