import type { ProvenanceAnswer, Table } from '@govexport/router';
import { CodedField, showValue } from '@govexport/schema';
import type { z } from 'zod';
import { plain, type Shown } from './shown.ts';

type Answer = z.output<typeof ProvenanceAnswer>;

const wholeRecord = 'The whole record';
const restsOn = {
  original: 'a page as its publisher issued it',
  copy: 'copies of pages only',
  'dataset row': 'a row of another dataset only',
} as const;

/** What is shown of where a record comes from. */
export function showProvenance({ id, table, codings, amendments, support }: Answer): Shown {
  const coded = codings.length === 0 ? 'no coder’s values are kept' : codings.map(roundInWords).join('; ');
  const corrected = amendments === null ? 'its history is not at hand' : `${amendments.length} corrected`;
  return {
    finding: `${id}, ${table}: ${coded}. Values: ${corrected}.`,
    tables: [
      plain(differing(codings)),
      { ...plain(amended(amendments ?? [])), layout: 'record' },
      plain(supported(support)),
    ],
  };
}

function roundInWords({ round, coders, fields, agreed }: Answer['codings'][number]): string {
  if (coders.length === 1) return `round ${round}: ${coders.join()} alone`;
  return `round ${round}: ${coders.join(', ')} agree on ${agreed} of ${fields} fields`;
}

function differing(codings: Answer['codings']): Table {
  return {
    name: 'differences',
    title: 'Where the coders differ',
    note: 'The record holds the value that was adjudicated by written rules.',
    columns: [
      { key: 'round', label: 'Round', kind: 'year' },
      { key: 'field', label: 'Field', kind: 'text' },
      { key: 'coded', label: 'Coded', kind: 'text' },
      { key: 'record', label: 'Record', kind: 'text' },
    ],
    rows: codings.flatMap(({ round, differing: fields }) =>
      fields.map(({ field, values, record }) => ({
        round,
        field: CodedField.terms[field].label,
        coded: values.map(({ coder, value }) => `${coder} ${value ?? 'unknown'}`).join(', '),
        record: record === null ? 'unknown' : wordsOf(record),
      })),
    ),
  };
}

function amended(amendments: NonNullable<Answer['amendments']>): Table {
  return {
    name: 'amendments',
    title: 'What was corrected',
    note: null,
    columns: [
      { key: 'version', label: 'Version', kind: 'text' },
      { key: 'field', label: 'Field', kind: 'text' },
      { key: 'old', label: 'Old', kind: 'text' },
      { key: 'new', label: 'New', kind: 'text' },
      { key: 'reason', label: 'Why', kind: 'text' },
    ],
    rows: amendments.map((one) => ({ ...one, old: wordsOf(one.old), new: wordsOf(one.new) })),
  };
}

function supported(support: Answer['support']): Table {
  return {
    name: 'support',
    title: 'What its values rest on',
    note: null,
    columns: [
      { key: 'part', label: 'Part', kind: 'text' },
      { key: 'rests_on', label: 'Rests on', kind: 'text' },
      { key: 'sources', label: 'Sources', kind: 'text' },
    ],
    rows: support.map(({ part, rests_on, sources }) => ({
      part: part ?? wholeRecord,
      rests_on: restsOn[rests_on],
      sources: sources.join(', '),
    })),
  };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : showValue(value);
}
