import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText, formatProblem, parseDataset, showValue, type Dataset } from '@govexport/schema';
import { Correction, readCorrections } from '../changes/reasons.ts';
import { replaceFile } from '../folders/atomic-writes.ts';
import { LocationError } from '../location-error.ts';
import { readDatasetFiles } from '../read-dataset-files.ts';
import { readDataset } from '../read-dataset.ts';
import { expectDatasetFolder } from '../validation/validate-folder.ts';
import { compareReviews, type OpenField } from './compare-reviews.ts';
import { reviewedRecords } from './reviewed-records.ts';

/** Which corrections are accepted, and where what follows from them is written. */
export interface Acceptance {
  readonly record: string;
  /** Not given: every field of the record that can be accepted, together. */
  readonly field?: string | undefined;
  /** Whose values; not given: those on which all who give a value agree. */
  readonly reviewer?: string | undefined;
  /** The file of reasons that the next release reads. */
  readonly corrections: string;
  /** The folder of changesets; null where there is none. */
  readonly changesets: string | null;
}

/** A value that is accepted, as JSON, with the one it takes the place of. */
export interface AcceptedValue {
  readonly field: string;
  readonly old: string;
  readonly now: string;
  readonly reason: string;
}

/** Corrections of one record that can be accepted: what is written, by path, in this order. */
export interface AcceptedCorrections {
  readonly record: string;
  readonly values: readonly AcceptedValue[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * What follows from accepted corrections of one record: the reasons in the file of corrections, a changeset, and the
 * values, in this order, so that a run that was cut off is finished by the next one. Nothing is written yet.
 *
 * @throws LocationError where there is nothing to accept, persons disagree, or the dataset would not be valid
 * @example
 * typeof prepareCorrections // => 'function'
 */
export function prepareCorrections(folder: string, acceptance: Acceptance): AcceptedCorrections {
  expectDatasetFolder(folder);
  const dataset = readDataset(folder);
  const { record, corrections, changesets } = acceptance;
  const values = openFields(dataset, acceptance).map((open) => chosen(open, acceptance));
  const [found] = reviewedRecords(dataset).filter(({ id }) => id === record);
  if (found === undefined) throw new LocationError(`${record} is no record that is reviewed.`);
  const file = `${found.table.name}/${record}.json`;
  const next = values.reduce<object>(
    (changed, { field, now }) => withValue(changed, field.split('.'), JSON.parse(now)),
    found.record,
  );
  expectValid(folder, { file, next });
  const reasons = values.map(({ field, reason }) => ({ table: found.table.name, record, field, reason }));
  return {
    ...{ record, values },
    files: [
      { path: corrections, text: withReasons(corrections, reasons) },
      ...(changesets === null ? [] : [changesetOf(changesets, record, values)]),
      { path: join(folder, file), text: `${JSON.stringify(next, null, 2)}\n` },
    ],
  };
}

/** Writes accepted corrections, each file whole or not at all. */
export function acceptCorrections({ files }: Pick<AcceptedCorrections, 'files'>): void {
  for (const { path, text } of files) replaceFile(path, text);
}

/** The fields that are asked for; without a name those on which nobody has to decide. */
function openFields(dataset: Dataset, { record, field, reviewer }: Acceptance): OpenField[] {
  const { disagreements, corrections } = compareReviews(dataset);
  const candidates = field === undefined && reviewer === undefined ? corrections : [...corrections, ...disagreements];
  const open = candidates.filter((one) => one.record === record && [undefined, one.field].includes(field));
  const named = open.filter(({ said }) => field !== undefined || reviewer === undefined || isWrongFor(reviewer, said));
  if (named.length > 0) return named;
  throw new LocationError(
    `No review calls ${field ?? 'a field'} of ${record} wrong so that it can be accepted; "govexport review status" lists what can be.`,
  );
}

function isWrongFor(name: string, said: OpenField['said']): boolean {
  return said.some(({ reviewer, reason }) => reviewer === name && reason !== null);
}

/** The value that is accepted, who gives it, and why. */
function chosen({ record, field, now: old, said }: OpenField, { reviewer }: Acceptance): AcceptedValue {
  const values = new Set(said.map(({ value }) => value));
  const one = reviewer === undefined ? said[0] : said.find((each) => each.reviewer === reviewer);
  if (one === undefined)
    throw new LocationError(
      `${showValue(reviewer)} says nothing of ${field} of ${record}; expected one of ${words(said)}.`,
    );
  if (reviewer === undefined && values.size > 1)
    throw new LocationError(
      `Persons disagree about ${field} of ${record} (${words(said)}); name the one to follow with --reviewer.`,
    );
  if (one.value === old)
    throw new LocationError(`${one.reviewer} finds ${field} of ${record} right as it is; there is nothing to accept.`);
  const agreeing = said.filter(({ value }) => value === one.value).map((each) => each.reviewer);
  return { field, old, now: one.value, reason: `${one.reason ?? ''} (${agreeing.join(', ')})` };
}

function words(said: OpenField['said']): string {
  return said.map(({ reviewer, value }) => `${reviewer}: ${value}`).join('; ');
}

function withValue(record: object, [first = '', ...rest]: readonly string[], value: unknown): object {
  const inner = (record as Readonly<Record<string, unknown>>)[first];
  return { ...record, [first]: rest.length === 0 ? value : withValue(inner as object, rest, value) };
}

/** A value may break a rule between fields or a reference. */
function expectValid(folder: string, { file, next }: { file: string; next: object }): void {
  const { meta, ...files } = readDatasetFiles(folder);
  const changed = Object.entries(files).map(([table, rows]) => [
    table,
    rows.map((row) => (row.file === file ? { file, value: next } : row)),
  ]);
  const parsed = parseDataset({ meta, ...(Object.fromEntries(changed) as typeof files) });
  const [problem] = parsed.ok ? [] : parsed.problems;
  if (problem !== undefined)
    throw new LocationError(
      `The dataset would not be valid with it: ${formatProblem(problem)}. Accept or correct them together.`,
    );
}

/** The reasons with some more, each of which stands once however often it is accepted. */
function withReasons(path: string, reasons: readonly Correction[]): string {
  const known = existsSync(path) ? readCorrections(readFileSync(path, 'utf8')) : [];
  const given = new Set(reasons.map(placeOf));
  const others = known.filter((one) => !given.has(placeOf(one)));
  return csvText(Object.keys(Correction.shape), [...others, ...reasons]);
}

function placeOf({ table, record, field }: Correction): string {
  return [table, record, field].join(' ');
}

function changesetOf(folder: string, record: string, values: readonly AcceptedValue[]): { path: string; text: string } {
  const lines = values.map(
    ({ field, old, now, reason }) => `${record}: ${field} is ${now} instead of ${old}. ${reason}`,
  );
  const name = ['review', record, ...(values.length === 1 ? values.map(({ field }) => field) : [])].join('-');
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}.md`;
  return { path: join(folder, file), text: `---\n'@govexport/dataset': patch\n---\n\n${lines.join('\n\n')}\n` };
}
