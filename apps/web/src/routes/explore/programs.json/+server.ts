import { canonicalJson } from '@govexport/schema';
import { countedFields } from '#lib/explore/counted-program.ts';
import { dataset } from '#lib/server/caller.ts';
import { chosenPrograms } from '#lib/server/explore/chosen-programs.ts';
import type { RequestHandler } from './$types';

/** Every program as far as a browser chooses and counts it, with what the dataset declares. */
export const GET: RequestHandler = async () => {
  const programs = (await chosenPrograms({})).map((program) =>
    Object.fromEntries(countedFields.map((field) => [field, program[field]])),
  );
  const { senders, recipients, scopes, default_scope, year_published, collected } = dataset.meta;
  const world = { senders, recipients, scopes, default_scope, year_published };
  const checked = (await chosenPrograms({ checked: true })).map(({ id }) => id);
  const counted = { meta: collected === undefined ? world : { ...world, collected }, programs, checked };
  return new Response(canonicalJson(counted), { headers: { 'content-type': 'application/json' } });
};
