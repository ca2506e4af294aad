import type { ProvenanceAnswer } from '@govexport/router';
import type { z } from 'zod';
import { m } from '../generated/messages.js';
import type { ShownText } from '../shown-text.ts';
import { caller } from './caller.ts';
import { correctionsByReason, valueText, type CorrectionsOfReason } from './corrections.ts';
import { partTitle, recordLabel } from './record-fields.ts';

type Answer = z.output<typeof ProvenanceAnswer>;

/** Where a record comes from, as its page shows it. */
export interface ProvenanceView {
  rounds: {
    round: number;
    coders: string[];
    sentence: string;
    differing: { field: ShownText; values: string[]; record: string }[];
  }[];
  /** Null where the history of the dataset is not at hand. */
  amendments: { version: string; reasons: CorrectionsOfReason[] }[] | null;
  /** How far persons have checked the record; null in a table that they do not check. */
  checked: string | null;
  hasSupport: boolean;
  /** The parts that rest on no page of a first publisher. */
  weak: { title: string; parts: { titles: string[]; sources: string[] }[] }[];
}

/** Where a record comes from: who coded it, what was corrected, and what rests on less than an original page. */
export async function provenanceView(id: string): Promise<ProvenanceView> {
  const answer = await caller.provenance({ id });
  return {
    rounds: answer.codings.map((one) => roundView(answer.table, one)),
    amendments: answer.amendments && amendmentsView(answer.table, answer.amendments),
    checked: answer.checked && checkedInWords(answer.checked),
    hasSupport: answer.support.length > 0,
    weak: [
      { title: m.provenance_copies(), parts: partsThat(answer, 'copy') },
      { title: m.provenance_rows(), parts: partsThat(answer, 'dataset row') },
    ].filter(({ parts }) => parts.length > 0),
  };
}

function checkedInWords({ wrong, ...checked }: NonNullable<Answer['checked']>): string {
  if (checked.persons === 0) return m.provenance_unchecked();
  const looked = checked.confirmed + wrong.length + checked.cannot_tell;
  return m.provenance_checked({ ...checked, looked, wrong: wrong.length });
}

function roundView(
  table: string,
  { round, coders, fields, agreed, differing }: Answer['codings'][number],
): ProvenanceView['rounds'][number] {
  const names = coders.join(m.list_mark());
  const sentence =
    fields === 0
      ? m.provenance_round_alone({ round, coders: names })
      : m.provenance_round({ round, coders: names, agreed, fields });
  return {
    ...{ round, coders, sentence },
    differing: differing.map(({ field, values, record }) => ({
      field: recordLabel(table, field),
      values: coders.map((coder) => valueText(values.find((one) => one.coder === coder)?.value ?? null)),
      record: valueText(record),
    })),
  };
}

function amendmentsView(table: string, amendments: NonNullable<Answer['amendments']>) {
  return [...new Set(amendments.map(({ version }) => version))].map((version) => ({
    version,
    reasons: correctionsByReason(
      table,
      amendments.filter((one) => one.version === version),
    ),
  }));
}

/** The parts that rest on such sources, those of the same sources together. */
function partsThat({ support }: Answer, kind: Answer['support'][number]['rests_on']) {
  const parts = support.filter(({ rests_on }) => rests_on === kind);
  return [...new Set(parts.map(({ sources }) => sources.join()))].map((ids) => ({
    titles: parts
      .filter(({ sources }) => sources.join() === ids)
      .map(({ part }) => (part === null ? m.provenance_whole() : partTitle(part))),
    sources: ids.split(','),
  }));
}
