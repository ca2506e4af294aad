import { identityOf } from '@govexport/analysis';
import { RecordId, strictObject } from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { recordAnywhere } from '../find-record.ts';
import { limits } from '../limits.ts';
import { provenanceOf, provenanceShape } from '../records/provenance.ts';
import type { Context } from '../trpc.ts';
import { defineOperation } from './operation.ts';

/** Input of the query for where a record comes from. */
export const ProvenanceKey = strictObject(() => ({
  id: z
    .string()
    .max(limits.text_length)
    .describe('Id of a record of any table, such as GX-0001, or one that was merged into it.'),
}));

/** Where the values of one record come from. */
export const ProvenanceAnswer = strictObject(() => ({
  ...datasetShape,
  table: z.string().describe('Table of the record.'),
  id: RecordId,
  ...provenanceShape(),
}));

function ask({ dataset, releases }: Context, id: string): z.output<typeof ProvenanceAnswer> {
  const { table, record } = recordAnywhere(dataset, id);
  const provenance = provenanceOf({ dataset, releases: releases?.() ?? null, table, record });
  return { dataset: identityOf(dataset), table, id: String(record['id']), ...provenance };
}

/** Where a record comes from. */
export const provenanceOperation = defineOperation({
  id: 'provenance',
  path: '/provenance/:id',
  command: 'provenance :id',
  tag: 'Records',
  title: 'Tell where a record comes from',
  description: 'Who coded a record, what was corrected and why, and what its values rest on.',
  input: ProvenanceKey,
  output: ProvenanceAnswer,
  ask: (context, { id }) => ask(context, id),
  view: null,
  example: { id: 'GX-0001' },
});
