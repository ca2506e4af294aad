import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  canonicalJson,
  countryInSentence,
  parseDataset,
  senderInWords,
  type DatasetMeta,
  type DatasetTables,
} from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { ofDataset } from '../folders/passed-over.ts';
import { scanFolder } from '../read-dataset-files.ts';
import { tableOf } from '../records/add-record.ts';
import { draftRecord } from '../records/draft-record.ts';
import { withLicenseAddress } from './license-address.ts';

type Needed = 'name' | 'senders' | 'recipients' | 'creators' | 'license' | 'year_published';
type Other = 'title' | 'description' | 'license_url' | 'unit' | 'collected';

/** What a person says of a dataset that begins; the rest follows, or is as a dataset has it that says nothing of it. */
export type Beginning = Pick<DatasetMeta, Needed> & { readonly [Name in Other]?: DatasetMeta[Name] | undefined };

/**
 * A dataset that begins: what it says of itself, and one record that shows the form. The record says that it is an example,
 * names nobody, is left out of every total, and cites a page at example.org, which is reserved for examples.
 *
 * @throws DatasetError with everything that a dataset may not say of itself
 * @example
 * const said = { name: 'mine', senders: ['US'], recipients: ['BR'], creators: ['Us'], license: 'CC0-1.0', year_published: 2026 }
 * begunDataset(said).programs[0].title // => 'Example, to be replaced'
 */
export function begunDataset(said: Beginning): DatasetTables {
  const [sender, trainees] = [senderInWords(said.senders), `officials of ${statesInWords(said.recipients)}`];
  return withExample(
    withLicenseAddress({
      title: `Training programs of ${sender} for ${trainees}`,
      description: `Records of training programs that ${sender} held for ${trainees}.`,
      version: '0.1.0',
      unit: 'program',
      year_starts_in: 1,
      scopes: { default: { from: null, to: null, venues: ['in_sender', 'hybrid'], recommended_only: true } },
      default_scope: 'default',
      keywords: [],
      cautions: [],
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    }),
  );
}

/** Most states that a title names one by one. */
const most = 6;

function statesInWords(codes: readonly string[]): string {
  return codes.length > most
    ? `${codes.length} states`
    : new Intl.ListFormat('en').format(codes.map((code) => countryInSentence(code)));
}

/** The example stands in the last year of the search, so that no year is made up that the dataset does not tell. */
function withExample(meta: Readonly<Record<string, unknown>>): DatasetTables {
  const { collected, year_published } = meta as Partial<DatasetMeta>;
  const start = (collected?.to ?? collected?.from ?? String(year_published)).slice(0, 4);
  const program = draftRecord(tableOf('programs'), 'GX-0001', {
    title: 'Example, to be replaced',
    description: 'This record shows the form. It is an example and no evidence.',
    start,
    year_basis: 'inferred',
    domain: 'civil',
    confidence: 'low',
    exclusion_reasons: ['low-confidence', 'year-inferred', 'trainees-not-shown'],
    sources: ['S-0001'],
    notes: 'Replace this record, or delete its file once another one is there.',
  });
  const source = draftRecord(tableOf('sources'), 'S-0001', {
    url: 'https://example.org/to-be-replaced',
    publisher: 'Example, to be replaced',
    publisher_type: 'other',
    language: 'en',
    is_copy: false,
    accessed: String(year_published),
    access: 'live page',
  });
  const parsed = parseDataset({
    meta: { file: 'dataset.json', value: meta },
    programs: [{ file: 'programs/GX-0001.json', value: program }],
    sources: [{ file: 'sources/S-0001.json', value: source }],
  });
  if (!parsed.ok) throw new DatasetError('dataset.json', parsed.problems);
  return parsed.tables;
}

/**
 * What a folder says of itself that holds nothing but the example it began with; null for any other folder, and for one
 * that is not there.
 */
export function begunMeta(folder: string): DatasetMeta | null {
  if (!['programs', 'sources'].every((name) => holdsOneFile(join(folder, name)))) return null;
  const { files, problems } = scanFolder(folder);
  const parsed = parseDataset(files);
  if (problems.length > 0 || !parsed.ok) return null;
  const { tables } = parsed;
  return canonicalJson(tables) === canonicalJson(withExample(tables.meta)) ? tables.meta : null;
}

/** Whether a folder may be given up for a dataset: it holds nothing but the example it began with. */
export function isBegun(folder: string): boolean {
  return begunMeta(folder) !== null;
}

/** A folder of many records is not read for it. */
function holdsOneFile(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return ofDataset(readdirSync(folder)).length === 1;
}
