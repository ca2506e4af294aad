import { identityOf } from '@govexport/analysis';
import { RecordId, Source, strictObject, type Dataset, type Frozen } from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { AliasOfAnswer, findRecord } from '../find-record.ts';
import { recordsCiting } from '../records/citing-tables.ts';

/** Input of the query for one source. */
export const SourceKey = strictObject(() => ({ id: z.string().describe('Id of the source, such as S-0001.') }));

/** One source with the records that cite it. */
export const SourceAnswer = strictObject(() => ({
  ...datasetShape,
  source: Source,
  cited_by: z
    .array(
      z.strictObject({
        table: z.string().describe('Table of the record.'),
        id: RecordId,
        title: z.string().describe('Title or name of the record.'),
        date: z.string().nullable().describe('When it was, as precise as it is known.'),
      }),
    )
    .describe('The records of every table that cite the source, by table and id.'),
  alias: AliasOfAnswer,
}));

/** One source by its id. */
export function getSource(dataset: Dataset, id: string): Frozen<z.input<typeof SourceAnswer>> {
  const expected = 'the id of a source, such as S-0001';
  const { record: source, alias } = findRecord(dataset, { table: 'sources', id, expected });
  return { dataset: identityOf(dataset), source, cited_by: [...recordsCiting(dataset, source.id)], alias };
}
