import { canonicalJson } from '@govexport/schema';
import { countedFields } from '#lib/explore/counted-program.ts';
import { chosenPrograms } from '#lib/server/explore/chosen-programs.ts';
import type { RequestHandler } from './$types';

/** Every program as far as a browser chooses and counts it. */
export const GET: RequestHandler = async () => {
  const programs = (await chosenPrograms({})).map((program) =>
    Object.fromEntries(countedFields.map((field) => [field, program[field]])),
  );
  return new Response(canonicalJson(programs), { headers: { 'content-type': 'application/json' } });
};
