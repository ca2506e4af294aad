import { showValue, type Dataset } from '@govexport/schema';
import type { LocationFiles } from '../locations/read-location.ts';
import { textOf } from './checksum-findings.ts';
import { aboutFile, type CheckOutcome, type VerifyFinding } from './finding.ts';

/** The name of the file of published answers. */
export const statisticsFile = 'statistics.json';

/** The answers of statistics with default inputs, by name. */
export type Answers = Readonly<Record<string, unknown>>;

/** Computes the answers of a dataset anew. The dataset package holds no statistics: whoever asks brings them. */
export type Recompute = (dataset: Dataset) => Promise<Answers>;

/** The published answers; null where the file is missing or is not JSON. */
export function publishedAnswers(files: LocationFiles): Answers | null {
  try {
    const parsed: unknown = JSON.parse(textOf(files, statisticsFile) ?? '');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Answers) : null;
  } catch {
    return null;
  }
}

/** Compares the published answers with those computed anew from the records. */
export async function statisticsFindings(
  dataset: Dataset,
  published: Answers | null,
  recompute: Recompute,
): Promise<CheckOutcome> {
  if (published === null) {
    const words = ['not to be read', 'the answers of the statistics as one JSON object'] as const;
    return { checked: 0, findings: [aboutFile('statistics', statisticsFile, words)] };
  }
  const computed = await recompute(dataset);
  const names = [...new Set([...Object.keys(computed), ...Object.keys(published)])];
  return { checked: names.length, findings: names.flatMap((name) => compare(name, published[name], computed[name])) };
}

function compare(name: string, published: unknown, computed: unknown): VerifyFinding[] {
  const path = firstDifference(published, computed, []);
  if (path === null) return [];
  const about = { check: 'statistics', file: statisticsFile, record: name, field: path.names.join('.') } as const;
  return [{ ...about, value: showValue(path.one), expected: `${showValue(path.other)}, as computed anew` }];
}

interface Difference {
  readonly names: readonly string[];
  readonly one: unknown;
  readonly other: unknown;
}

/** Which dataset was asked is judged by the hash of the content, once and not for every answer. */
const identity = 'dataset';

function firstDifference(one: unknown, other: unknown, names: readonly string[]): Difference | null {
  if (names.length === 1 && names[0] === identity) return null;
  if (!isHolder(one) || !isHolder(other) || Array.isArray(one) !== Array.isArray(other))
    return Object.is(one, other) ? null : { names, one, other };
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(one[key], other[key], [...names, key]);
    if (found !== null) return found;
  }
  return null;
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
