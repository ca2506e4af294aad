import { CodedField, showValue } from '@govexport/schema';
import type { z } from 'zod';
import type { CitationAnswer } from '../operations/citations.ts';
import type { MetaAnswer } from '../operations/meta.ts';
import type { ProvenanceAnswer } from '../operations/provenance.ts';
import type { TableList } from '../operations/tables.ts';
import { plain, textTable, type View, type ViewTable } from './view.ts';

type Meta = z.output<typeof MetaAnswer>;
type Provenance = z.output<typeof ProvenanceAnswer>;
type TextTable = Parameters<typeof textTable>[0];

const text = (table: TextTable): ViewTable => plain(textTable(table));
const record = (table: TextTable): ViewTable => ({ ...text(table), layout: 'record' });

const aboutLabels = {
  ...{ name: 'Name', version: 'Version', sha256: 'SHA-256', title: 'Title', description: 'Description' },
  ...{ programs: 'Programs', sources: 'Sources', license: 'Licence', license_url: 'Licence text' },
  ...{ creators: 'Creators', year_published: 'Published', keywords: 'Keywords' },
};

/** What is shown of the dataset's words about itself. */
export function metaView({ meta, dataset, programs, sources, statistics, vocabularies }: Meta): View {
  const [creators, keywords] = [meta.creators, meta.keywords].map((texts) => texts.join('; '));
  const about = { ...meta, sha256: dataset.sha256, programs, sources, creators, keywords };
  return {
    headline: `${meta.title}: ${programs} programs, ${sources} sources.`,
    tables: [
      record({ name: 'about', title: 'About the dataset', labels: aboutLabels, rows: [about] }),
      record({
        ...{ name: 'cautions', title: 'What a user must know', labels: { caution: 'Caution' } },
        rows: meta.cautions.map((caution) => ({ caution })),
      }),
      record({
        ...{ name: 'statistics', title: 'Statistics', rows: statistics },
        labels: { name: 'Command', title: 'Question', summary: 'Summary', reference: 'Reference' },
      }),
      text({
        ...{ name: 'vocabularies', title: 'Vocabularies' },
        labels: { vocabulary: 'Vocabulary', value: 'Value', label: 'Label', definition: 'Definition' },
        rows: vocabularies.flatMap(({ name, terms }) => terms.map((term) => ({ vocabulary: name, ...term }))),
      }),
    ],
  };
}

/** What is shown of the list of tables: the tables, and their fields as a second table. */
export function tablesView({ tables }: z.output<typeof TableList>): View {
  const rows = tables.map(({ key, license, ...table }) => ({
    ...table,
    ...{ key: key.join(' '), license: license.name, license_note: license.note },
  }));
  const withCount = (labels: TextTable['labels']) => {
    const table = textTable({ name: 'tables', title: 'Tables', labels, rows });
    return { ...table, columns: [...table.columns, { key: 'records', label: 'Records', kind: 'count' as const }] };
  };
  const brief = { name: 'Name', title: 'Title', license: 'Licence', key: 'Key' };
  const whole = { ...brief, description: 'Description', license_note: 'Whom to name', citation: 'Citation' };
  return {
    headline: `${tables.length} tables. "govexport TABLE list --help" tells what can be asked of one.`,
    tables: [
      { ...plain(withCount(whole)), text: withCount(brief) },
      text({
        ...{ name: 'fields', title: 'Fields' },
        labels: { table: 'Table', name: 'Field', type: 'Type', description: 'Description' },
        rows: tables.flatMap(({ name: table, fields }) => fields.map((field) => ({ ...field, table }))),
      }),
    ],
  };
}

/** What is shown of a citation: its text as it stands, to be copied. */
export function citationView(citation: z.output<typeof CitationAnswer>): View {
  const labels = { style: 'Style', address: 'Address', records: 'Records', text: 'Text' };
  const { text: words } = citation;
  return {
    headline: words,
    tables: [text({ name: 'citation', title: 'Citation', labels, rows: [citation] })],
    verbatim: words.endsWith('\n') ? words : `${words}\n`,
  };
}

const restsOn = {
  original: 'a page as its publisher issued it',
  copy: 'copies of pages only',
  'dataset row': 'a row of another dataset only',
} as const;

/** What is shown of where a record comes from. */
export function provenanceView({ id, table, codings, amendments, support, checked }: Provenance): View {
  const coded = codings.length === 0 ? 'no coder’s values are kept' : codings.map(roundInWords).join('; ');
  const corrected = amendments === null ? 'its history is not at hand' : `${amendments.length} corrected`;
  return {
    headline: `${id}, ${table}: ${coded}. Values: ${corrected}.`,
    detail: checked === null ? null : checkedInWords(checked),
    tables: [
      differing(codings),
      record({
        ...{ name: 'amendments', title: 'What was corrected' },
        labels: { version: 'Version', field: 'Field', old: 'Old', new: 'New', reason: 'Why' },
        rows: (amendments ?? []).map((one) => ({ ...one, old: wordsOf(one.old), new: wordsOf(one.new) })),
      }),
      text({
        ...{ name: 'support', title: 'What its values rest on' },
        labels: { part: 'Part', rests_on: 'Rests on', sources: 'Sources' },
        rows: support.map(({ part, rests_on, sources }) => ({
          ...{ part: part ?? 'The whole record', rests_on: restsOn[rests_on], sources: sources.join(', ') },
        })),
      }),
    ],
  };
}

/** How far persons have checked a record, as a sentence. */
function checkedInWords({
  persons,
  fields,
  confirmed,
  wrong,
  cannot_tell,
}: NonNullable<Provenance['checked']>): string {
  if (persons === 0) return 'No person has checked the record against its sources.';
  const looked = confirmed + wrong.length + cannot_tell;
  return `Persons who checked the record: ${persons}. Fields they looked at: ${looked} of ${fields}; right: ${confirmed}, wrong: ${wrong.length}, cannot tell: ${cannot_tell}.`;
}

function roundInWords({ round, coders, fields, agreed }: Provenance['codings'][number]): string {
  if (coders.length === 1) return `round ${round}: ${coders.join()} alone`;
  return `round ${round}: ${coders.join(', ')} agree on ${agreed} of ${fields} fields`;
}

function differing(codings: Provenance['codings']): ViewTable {
  const table = textTable({
    ...{ name: 'differences', title: 'Where the coders differ' },
    note: 'The record holds the value that was adjudicated by written rules.',
    labels: { field: 'Field', coded: 'Coded', record: 'Record' },
    rows: codings.flatMap(({ round, differing: fields }) =>
      fields.map(({ field, values, record: value }) => ({
        round,
        field: CodedField.terms[field].label,
        coded: values.map((one) => `${one.coder} ${one.value ?? 'unknown'}`).join(', '),
        record: value === null ? 'unknown' : wordsOf(value),
      })),
    ),
  });
  return plain({ ...table, columns: [{ key: 'round', label: 'Round', kind: 'year' }, ...table.columns] });
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : showValue(value);
}
