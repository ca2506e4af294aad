import { chosenPrograms } from '#lib/server/explore/chosen-programs.ts';
import { choiceIn, readAddress } from '#lib/server/explore/explore-query.ts';
import { csvResponse, programsCsv } from '#lib/server/data-files.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import type { RequestHandler } from './$types';

/** The chosen programs as the file `programs.csv` of the dataset has them. */
export const GET: RequestHandler = async ({ url }) => {
  const programs = await orProblemPage(() => chosenPrograms(choiceIn(readAddress(url))));
  return csvResponse(programsCsv(programs), 'programs.csv', url);
};
