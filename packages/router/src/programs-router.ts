import {
  filterShape,
  inputObject,
  resolvedFilterShape,
  resolveFilter,
  selectPrograms,
  identityOf,
} from '@govexport/analysis';
import { Program, RecordId, showValue, Source, type Dataset } from '@govexport/schema';
import { z } from 'zod';
import { checkedInput } from './checked-input.ts';
import { datasetShape } from './envelope.ts';
import { AliasOfAnswer, findRecord } from './find-record.ts';
import { RequestError } from './problem.ts';
import { sortKeys, sortPrograms } from './sort-programs.ts';
import { procedure, router } from './trpc.ts';

/** The most programs that one answer lists. */
export const largestLimit = 100;

const limitWords = `a whole number from 1 to ${largestLimit}`;

const pageShape = {
  // A list shows every record unless asked otherwise; statistics keep the default scope.
  scope: filterShape.scope.unwrap().default('all').describe('Named selection, as for statistics. Here not given: all.'),
  sort: z.enum(sortKeys).default('start').describe('Field to sort by; equal values are sorted by id.'),
  order: z.enum(['ascending', 'descending']).default('ascending').describe('Direction of the sort.'),
  limit: z
    .int({ error: limitWords })
    .min(1, { error: limitWords })
    .max(largestLimit, { error: limitWords })
    .default(50)
    .describe('Most programs in the answer.'),
  cursor: RecordId.nullable()
    .default(null)
    .describe('The next_cursor of the answer before. Not given: from the start.'),
};

/** Input of the list of programs. */
export const ListInput = inputObject({ ...filterShape, ...pageShape });

/** A page of the list of programs. */
export const ProgramList = z.strictObject({
  input: z.strictObject({ ...resolvedFilterShape, ...pageShape }).describe('The input with every default filled in.'),
  ...datasetShape,
  total: z.int().min(0).describe('Programs that the filter lets through, on all pages.'),
  next_cursor: RecordId.nullable().describe('Cursor of the next page; null on the last one.'),
  items: z.array(Program).describe('Programs of this page.'),
});

/** Input of the query for one program. */
export const ProgramKey = z.strictObject({ id: z.string().describe('Id of the program, such as GX-0001.') });

/** One program with its sources. */
export const ProgramAnswer = z.strictObject({
  ...datasetShape,
  program: Program,
  sources: z.array(Source).describe('The sources that the program cites, in its order.'),
  alias: AliasOfAnswer,
});

function list(dataset: Dataset, given: z.output<typeof ListInput>) {
  const input = resolveFilter(dataset, given);
  const sorted = sortPrograms(selectPrograms(dataset, input), input);
  const first = input.cursor === null ? 0 : placeAfter(sorted, input.cursor);
  const items = sorted.slice(first, first + input.limit);
  const more = first + items.length < sorted.length;
  return {
    input,
    dataset: identityOf(dataset),
    total: sorted.length,
    next_cursor: more ? (items.at(-1)?.id ?? null) : null,
    items,
  };
}

/** A cursor is the id of the last program seen, so that it stays right whatever the page size. */
function placeAfter(sorted: readonly { readonly id: string }[], cursor: string): number {
  const place = sorted.findIndex(({ id }) => id === cursor);
  if (place >= 0) return place + 1;
  const expected = 'the next_cursor of an answer to the same filter';
  throw new RequestError('invalid-cursor', [{ field: 'cursor', value: showValue(cursor), expected }]);
}

function get(dataset: Dataset, id: string) {
  const expected = 'the id of a program, such as GX-0001';
  const { record: program, alias } = findRecord(dataset, { table: 'programs', id, expected });
  const sources = program.sources.flatMap(
    (source) => dataset.sources.find((candidate) => candidate.id === source) ?? [],
  );
  return { dataset: identityOf(dataset), program, sources, alias };
}

export const programsRouter = router({
  list: procedure
    .meta({ description: 'Programs that a filter lets through, in pages.' })
    .input(checkedInput(ListInput.prefault({})))
    .output(ProgramList)
    .query(({ ctx, input }) => list(ctx.dataset, input) as z.output<typeof ProgramList>),
  get: procedure
    .meta({ description: 'One program with its sources.' })
    .input(checkedInput(ProgramKey))
    .output(ProgramAnswer)
    .query(({ ctx, input }) => get(ctx.dataset, input.id) as z.output<typeof ProgramAnswer>),
});
