import { askRecord, type RecordAnswer } from '@govexport/router';
import { error } from '@sveltejs/kit';
import { m } from '#lib/generated/messages.js';
import { caller } from '#lib/server/caller.ts';
import { citationForms } from '#lib/server/citation-forms.ts';
import { shown } from '#lib/server/language/translate.ts';
import { orProblemPage } from '#lib/server/problem-page.ts';
import { leadToRecord } from '#lib/server/lead-to-record.ts';
import { provenanceView } from '#lib/server/provenance-view.ts';
import { plainTables, recordAddress, tableAddress } from '#lib/server/record-address.ts';
import { recordGroups, sheetSource } from '#lib/server/record-fields.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { table: name, id } }) => {
  leadToRecord(name, id);
  const table = plainTables.find((candidate) => candidate.name === name);
  if (table === undefined || recordAddress(name, id) !== `/records/${name}/${id}`) error(404, m.error_nothing_here());
  const answer = await orProblemPage(() => askRecord(caller, table.name as 'transfers', { id }));
  const { record, sources, license, dataset } = answer as RecordAnswer<'transfers'>;
  const row = record as unknown as Readonly<Record<string, unknown>>;
  return {
    dataset,
    license,
    table: shown(table.title),
    list: tableAddress(name),
    id,
    titled: titleOf(row) !== null,
    title: titleOf(row) ?? id,
    description: textOf(row, 'description'),
    groups: recordGroups(table, row),
    sources: sources.map(sheetSource),
    provenance: await provenanceView(id),
    citation: await citationForms((style) => caller.citations.record({ id, style })),
  };
};

function textOf(row: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = row[field];
  return typeof value === 'string' ? value : null;
}

function titleOf(row: Readonly<Record<string, unknown>>): string | null {
  return textOf(row, 'title') ?? textOf(row, 'name');
}
