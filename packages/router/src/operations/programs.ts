import { identityOf } from '@govexport/analysis';
import { Program, Source, strictObject, type Dataset, type Frozen } from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { AliasOfAnswer, findRecord } from '../find-record.ts';
import { sourcesCited } from '../records/sources-cited.ts';

/** Input of the query for one program. */
export const ProgramKey = strictObject(() => ({ id: z.string().describe('Id of the program, such as GX-0001.') }));

/** One program with its sources. */
export const ProgramAnswer = strictObject(() => ({
  ...datasetShape,
  program: Program,
  sources: z.array(Source).describe('The sources that the program cites, in its order.'),
  alias: AliasOfAnswer,
}));

/** One program by its id. */
export function getProgram(dataset: Dataset, id: string): Frozen<z.input<typeof ProgramAnswer>> {
  const expected = 'the id of a program, such as GX-0001';
  const { record: program, alias } = findRecord(dataset, { table: 'programs', id, expected });
  return { dataset: identityOf(dataset), program, sources: sourcesCited(dataset, program.sources), alias };
}
