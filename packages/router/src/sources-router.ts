import { identityOf } from '@govexport/analysis';
import { Program, RecordId, Source, type Dataset } from '@govexport/schema';
import { z } from 'zod';
import { checkedInput } from './checked-input.ts';
import { datasetShape } from './envelope.ts';
import { AliasOfAnswer, findRecord } from './find-record.ts';
import { procedure, router } from './trpc.ts';

/** Input of the query for one source. */
export const SourceKey = z.strictObject({ id: z.string().describe('Id of the source, such as S-0001.') });

/** One source with the programs that cite it. */
export const SourceAnswer = z.strictObject({
  ...datasetShape,
  source: Source,
  programs: z
    .array(z.strictObject({ id: RecordId, title: Program.shape.title, start: Program.shape.start }))
    .describe('The programs that cite the source, by id.'),
  alias: AliasOfAnswer,
});

function get(dataset: Dataset, id: string) {
  const expected = 'the id of a source, such as S-0001';
  const { record: source, alias } = findRecord(dataset, { table: 'sources', id, expected });
  const programs = dataset.programs
    .filter(({ sources }) => sources.includes(source.id))
    .map(({ id: program, title, start }) => ({ id: program, title, start }));
  return { dataset: identityOf(dataset), source, programs, alias };
}

export const sourcesRouter = router({
  get: procedure
    .meta({ description: 'One source with the programs that cite it.' })
    .input(checkedInput(SourceKey))
    .output(SourceAnswer)
    .query(({ ctx, input }) => get(ctx.dataset, input.id)),
});
