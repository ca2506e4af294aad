import {
  askFacets,
  askList,
  askRecord,
  CitationAnswer,
  DatasetCitationInput,
  exampleKeys,
  ProgramAnswer,
  RecordCitationInput,
  recordSchemas,
  SourceAnswer,
  TableList,
  ViewCitationInput,
  type Caller,
} from '@govexport/router';
import { tables } from '@govexport/schema';
import { z } from 'zod';

/** One procedure of the router as a REST operation. */
export interface Operation {
  /** Name of the operation: that of its procedure, where one answers it whole. */
  readonly id: string;
  /** Address in Hono's notation; a part that begins with a colon is an input. */
  readonly route: string;
  readonly tag: 'Statistics' | 'Records' | 'Dataset';
  readonly summary: string;
  readonly description: string;
  /** Input of the procedure; null where it takes none. */
  readonly input: z.ZodType | null;
  readonly output: z.ZodType;
  /** Inputs of an example that answers; null where the published data holds none. */
  readonly example: Readonly<Record<string, string>> | null;
  readonly ask: (caller: Caller, input: never) => Promise<unknown>;
}

/** The tables, in one mapping: a new one needs an example only. */
function tableOperations(table: (typeof tables)[number]): Operation[] {
  const { name, title, singular, description, key } = table;
  const { list: page, select, either, facets, get } = recordSchemas[name];
  const own = { programs: ProgramAnswer, sources: SourceAnswer };
  return [
    {
      id: `${name}.list`,
      route: `/v1/${name}`,
      tag: 'Records',
      summary: `List ${title.toLowerCase()}`,
      description: `${description} Records that a filter and a search let through, in pages: follow next_cursor until it is null.`,
      input: either,
      output: z.union([page.output, select.output]),
      example: name === 'programs' ? { countries: 'KG', limit: '2' } : { limit: '2' },
      ask: (caller, input) => askList(caller, name, input),
    },
    {
      id: `${name}.facets`,
      route: `/v1/${name}/facets`,
      tag: 'Records',
      summary: `Count ${title.toLowerCase()} by facet`,
      description:
        'How often each value occurs among the records that a filter and a search let through. What chooses by a facet does not narrow its own counts; unknown is counted apart.',
      input: facets.input,
      output: facets.output,
      example: { values: '5' },
      ask: (caller, input) => askFacets(caller, name, input),
    },
    {
      id: `${name}.get`,
      route: `/v1/${name}/${key.map((part) => `:${part}`).join('/')}`,
      tag: 'Records',
      summary: `Get one ${singular}`,
      description:
        name === 'sources'
          ? 'One source with the records of every table that cite it.'
          : `One ${singular} with the sources that it cites.`,
      input: get.input,
      output: Object.hasOwn(own, name) ? own[name as keyof typeof own] : get.output,
      example: exampleKeys[name] ?? null,
      ask: (caller, input) => askRecord(caller, name, input),
    },
  ];
}

/** The operations of every table. */
export const recordOperations: readonly Operation[] = tables.flatMap(tableOperations);

/** What tables there are. */
export const tableListOperation: Operation = {
  id: 'tables.list',
  route: '/v1/tables',
  tag: 'Dataset',
  summary: 'List tables',
  description: 'Every table: what it holds, how many records, its fields, its licence and how to cite it.',
  input: null,
  output: TableList,
  example: {},
  ask: (caller) => caller.tables.list(),
};

/** How to cite the dataset, a record or a view. */
export const citationOperations: readonly Operation[] = [
  {
    id: 'citations.dataset',
    route: '/v1/citation',
    tag: 'Dataset',
    summary: 'Cite the dataset',
    description: 'How to cite the dataset, with its version and the SHA-256 of its content.',
    input: DatasetCitationInput,
    output: CitationAnswer,
    example: { style: 'bibtex' },
    ask: (caller, input) => caller.citations.dataset(input),
  },
  {
    id: 'citations.view',
    route: '/v1/citation/view',
    tag: 'Dataset',
    summary: 'Cite a filtered view',
    description: 'How to cite the records that a filter and a search choose, with their number and their address.',
    input: ViewCitationInput,
    output: CitationAnswer,
    example: { query: 'countries=KG', style: 'ris' },
    ask: (caller, input) => caller.citations.view(input),
  },
  {
    id: 'citations.record',
    route: '/v1/citation/:id',
    tag: 'Dataset',
    summary: 'Cite a record',
    description: 'How to cite one record of any table.',
    input: RecordCitationInput,
    output: CitationAnswer,
    example: { id: 'GX-0001', accessed: '2026-11-24' },
    ask: (caller, input) => caller.citations.record(input),
  },
];
