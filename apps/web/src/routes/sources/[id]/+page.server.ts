import { tables } from '@govexport/schema';
import { caller } from '#lib/server/caller.ts';
import { localizeHref } from '#lib/generated/runtime.js';
import { shown } from '#lib/server/language/translate.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { leadToRecord } from '#lib/server/lead-to-record.ts';
import { recordAddress } from '#lib/server/record-address.ts';
import { sheetSource } from '#lib/server/record-fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  leadToRecord('sources', params.id);
  const { source, cited_by } = await orProblemPage(() => caller.sources.get({ id: params.id }));
  const groups = tables.flatMap(({ name, title }) => {
    const records = cited_by.filter(({ table }) => table === name);
    const listed = records.map((record) => ({
      ...record,
      address: localizeHref(recordAddress(name, record.id) ?? '/data'),
    }));
    return listed.length === 0 ? [] : [{ table: name, title: shown(title), records: listed }];
  });
  return { source: sheetSource(source), groups };
};
