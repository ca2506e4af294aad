import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkedOf,
  csvText,
  expectedBy,
  Review,
  reviewedValues,
  reviewsTable,
  showValue,
  standingOf,
  type Dataset,
  type FlatField,
  type Frozen,
} from '@govexport/schema';
import { replaceFile } from '../folders/atomic-writes.ts';
import { LocationError } from '../location-error.ts';
import { readDataset } from '../read-dataset.ts';
import { expectDatasetFolder } from '../validation/validate-folder.ts';
import { fieldsOf, reviewedRecords, type ReviewedRecord, type ReviewedTable } from './reviewed-records.ts';

/** Who checks, when, and what. */
export interface ReviewSession {
  /** Code of the person. */
  readonly reviewer: string;
  /** The day, as the person says. */
  readonly reviewed: string;
  readonly table: ReviewedTable['name'];
  /** `unchecked`: what the person began, then what nobody looked at, then the rest. `id`: by id. */
  readonly order: 'unchecked' | 'id';
}

/** What a person says of one field. */
export type Mark = Pick<Review, 'record' | 'field' | 'verdict' | 'right_value' | 'reason'>;

/** A mark that does not fit, in one sentence. */
export class MarkRefusal extends Error {
  override readonly name = 'MarkRefusal';
}

/** How far a person is in a table. */
export interface ReviewProgress {
  readonly records: number;
  /** Records of which the person has marked every field. */
  readonly finished: number;
  readonly fields: number;
  readonly marked: number;
}

/** The reviews of one person over the records of one table. Every mark is on the disk before the call returns. */
export interface ReviewDesk {
  readonly dataset: Dataset;
  readonly session: ReviewSession;
  /** In the order of the session. */
  readonly records: readonly ReviewedRecord[];
  /** What the person has said of a record as it is now, by field. */
  readonly marksOf: (record: ReviewedRecord) => ReadonlyMap<string, Frozen<Review>>;
  /** The first field, from one on and around, that the person has not marked; null where there is none. */
  readonly nextField: (record: ReviewedRecord, after?: string) => string | null;
  /** The first record, from one on and around, of which a field is not marked; null where all are. */
  readonly nextRecord: (after?: string) => ReviewedRecord | null;
  /** @throws MarkRefusal where it does not fit; LocationError where the file was changed by another hand */
  readonly mark: (mark: Mark) => void;
  /** Takes the last mark of this session back; null where there is none. */
  readonly undo: () => Pick<Review, 'record' | 'field'> | null;
  readonly progress: () => ReviewProgress;
}

/**
 * Opens the reviews of one person over a folder of records.
 *
 * @throws LocationError where it is no dataset folder; DatasetError with every problem of its records
 * @example
 * const session = { reviewer: 'R01', reviewed: '2026-12-01', table: 'programs', order: 'unchecked' }
 * openReviewDesk('data', session).nextRecord()?.id // => 'GX-0001'
 */
export function openReviewDesk(folder: string, session: ReviewSession): ReviewDesk {
  expectDatasetFolder(folder);
  const dataset = readDataset(folder);
  const file = reviewFile(folder, session.reviewer);
  const rows = new Map(dataset.reviews.filter(isOf(session.reviewer)).map((row) => [keyOf(row), row]));
  const records = orderedRecords(dataset, session);
  const undone: (() => Pick<Review, 'record' | 'field'>)[] = [];

  const put = (place: Pick<Review, 'record' | 'field'>, row: Frozen<Review> | undefined): void => {
    const next = new Map(rows);
    if (row === undefined) next.delete(keyOf(place));
    else next.set(keyOf(place), row);
    file.write([...next.values()]);
    // What is in memory is what is on the disk.
    rows.clear();
    for (const [key, kept] of next) rows.set(key, kept);
  };
  const marksOf = ({ id, record }: ReviewedRecord): ReadonlyMap<string, Frozen<Review>> =>
    new Map(
      [...reviewedValues(record)].flatMap(([field, now]) => {
        const row = rows.get(keyOf({ record: id, field }));
        return row === undefined || standingOf(row, now) === 'outdated' ? [] : [[field, row] as const];
      }),
    );
  const nextField = (record: ReviewedRecord, after = ''): string | null => {
    const marks = marksOf(record);
    const fields = fieldsOf(record).map(({ path }) => path.join('.'));
    return around(fields, fields.indexOf(after)).find((field) => !marks.has(field)) ?? null;
  };

  return {
    ...{ dataset, session, records, marksOf, nextField },
    nextRecord: (after = '') => {
      const at = records.findIndex(({ id }) => id === after);
      return around(records, at).find((record) => nextField(record) !== null) ?? null;
    },
    mark: (mark) => {
      const row = rowOf(mark, { records, dataset, session });
      const before = rows.get(keyOf(row));
      // What is said twice is one mark, which one step takes back.
      if (JSON.stringify(before) === JSON.stringify(row)) return;
      put(row, row);
      undone.push(() => (put(row, before), row));
    },
    undo: () => undone.pop()?.() ?? null,
    progress: () => {
      const counts = records.map((record) => ({
        fields: fieldsOf(record).length,
        marked: marksOf(record).size,
      }));
      const sum = (name: 'fields' | 'marked') => counts.reduce((total, one) => total + one[name], 0);
      const finished = counts.filter(({ fields, marked }) => fields === marked).length;
      return { records: records.length, finished, fields: sum('fields'), marked: sum('marked') };
    },
  };
}

/** Items that begin behind a place and go on from the first one. */
function around<Item>(items: readonly Item[], at: number): Item[] {
  return [...items.slice(at + 1), ...items.slice(0, at + 1)];
}

function keyOf({ record, field }: Pick<Review, 'record' | 'field'>): string {
  return `${record} ${field}`;
}

function isOf(reviewer: string): (row: Frozen<Review>) => boolean {
  return (row) => row.reviewer === reviewer;
}

/** The file of one person. It is written whole, and only over what was read from it or written to it last. */
function reviewFile(folder: string, reviewer: string) {
  const home = join(folder, 'reviews');
  const path = join(home, `${reviewer}.csv`);
  const text = () => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  let known = text();
  return {
    write: (rows: readonly Frozen<Review>[]): void => {
      if (text() !== known)
        throw new LocationError(`${path} was changed by another program since it was read; start the review anew.`);
      const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      const next = csvText(Object.keys(Review.shape), sorted);
      mkdirSync(home, { recursive: true });
      replaceFile(path, next);
      known = next;
    },
  };
}

type Marking = Pick<ReviewDesk, 'records' | 'dataset' | 'session'>;

/** A mark as a row of the table, checked as the table is. */
function rowOf(mark: Mark, { records, dataset, session }: Marking): Review {
  const found = records.find(({ id }) => id === mark.record);
  if (found === undefined) throw new MarkRefusal(`${showValue(mark.record)} is no record that is reviewed here.`);
  const field = fieldsOf(found).find(({ path }) => path.join('.') === mark.field);
  const seen = reviewedValues(found.record).get(mark.field);
  if (field === undefined || seen === undefined)
    throw new MarkRefusal(`${showValue(mark.field)} is no field of a ${found.table.singular}.`);
  const { reviewer, reviewed } = session;
  const row: Review = { reviewer, ...mark, seen, reviewed, version: dataset.meta.version };
  const parsed = Review.safeParse(row);
  const [issue] = parsed.error?.issues ?? [];
  if (parsed.data === undefined)
    throw new MarkRefusal(
      `${String(issue?.path[0])} is not allowed; expected ${issue === undefined ? '' : expectedBy(issue)}.`,
    );
  const [broken] = reviewsTable.check(parsed.data);
  if (broken !== undefined)
    throw new MarkRefusal(`${broken.field} is ${showValue(broken.value)}; expected ${broken.expected}.`);
  if (parsed.data.right_value !== null) expectAllowed(field, parsed.data.right_value);
  return parsed.data;
}

function expectAllowed({ field, path }: FlatField, text: string): void {
  const value: unknown = JSON.parse(text);
  const [issue] = field.safeParse(value).error?.issues ?? [];
  if (issue !== undefined)
    throw new MarkRefusal(`${path.join('.')} cannot be ${showValue(value)}; expected ${expectedBy(issue)}.`);
}

function orderedRecords(dataset: Dataset, { table, order, reviewer }: ReviewSession): ReviewedRecord[] {
  const records = reviewedRecords(dataset, table);
  if (order === 'id') return records;
  const byRecord = new Map<string, Frozen<Review>[]>();
  for (const review of dataset.reviews) byRecord.set(review.record, [...(byRecord.get(review.record) ?? []), review]);
  const rankOf = ({ id, record }: ReviewedRecord): number => {
    const reviews = byRecord.get(id) ?? [];
    const own = checkedOf(record, reviews.filter(isOf(reviewer))).share;
    if (own > 0) return own < 1 ? 0 : 3;
    return checkedOf(record, reviews).share === 0 ? 1 : 2;
  };
  const ranks = new Map(records.map((record) => [record.id, rankOf(record)]));
  // The order is stable, so that ids stay in theirs within a rank.
  return records.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}
