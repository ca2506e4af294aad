import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { gwetAc1 } from '../numeric/gwet-ac1.ts';
import { alphaInterval, krippendorffAlpha, type Unit } from '../numeric/krippendorff-alpha.ts';
import type { EmptyReading, FieldReliability, ReadingReliability, ReliabilityResult } from '../results/evidence.ts';
import { all, map, rows, type Plan } from '../query/plan.ts';
import { everything } from '../query/query.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { planReviewCodings } from './review-codings.ts';
import { countRecords, total } from './tallies.ts';

export type { ReliabilityResult };

/** Input of the statistic `reliability`, with every default filled in. */
export interface ReliabilityInput extends Filter {
  readonly level: number;
}

/** What a unit is made from. */
const fields = ['round', 'program', 'coder', 'field', 'value'] as const;

type Coding = Pick<Dataset['codings'][number], Exclude<(typeof fields)[number], 'round'>> & {
  readonly round: number | null;
};

/** What the coders of one round wrote for one field, one unit a program. */
export interface CodedField {
  /** Null for persons who reviewed, beside the value of the dataset. */
  readonly round: number | null;
  readonly field: string;
  readonly coders: number;
  /** Every different unit, the most frequent first. */
  readonly units: readonly Unit[];
  /** How many programs have each of these units. */
  readonly counts: readonly number[];
}

/** Stands for a field that a coder left empty, where that counts as a value of its own. */
const EMPTY = '';

/** Counts the units of every field. Their order is fixed, so that no rounding depends on that of the rows. */
function tabulateFields(codings: readonly Coding[]): CodedField[] {
  const fields = new Map<string, Coding[]>();
  for (const coding of codings) {
    // Persons come behind every round.
    const key = `${String(coding.round ?? 999_999).padStart(6, '0')} ${coding.field}`;
    const rows = fields.get(key) ?? [];
    rows.push(coding);
    fields.set(key, rows);
  }
  return [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => ({
      round: rows[0]?.round ?? null,
      field: rows[0]?.field ?? '',
      coders: new Set(rows.map(({ coder }) => coder)).size,
      ...unitsOf(rows),
    }));
}

/** Values within a unit are put in order: who wrote which does not count. */
function unitsOf(rows: readonly Coding[]): Pick<CodedField, 'units' | 'counts'> {
  const programs = new Map<string, (string | null)[]>();
  for (const { program, value } of rows) {
    const unit = programs.get(program) ?? [];
    unit.push(value);
    programs.set(program, unit);
  }
  const found = new Map<string, { unit: Unit; count: number }>();
  for (const values of programs.values()) {
    const unit = values.sort((a, b) => compare(a ?? EMPTY, b ?? EMPTY));
    const key = JSON.stringify(unit);
    found.set(key, { unit, count: 1 + (found.get(key)?.count ?? 0) });
  }
  const sorted = [...found].sort(([a, x], [b, y]) => y.count - x.count || compare(a, b));
  return { units: sorted.map(([, { unit }]) => unit), counts: sorted.map(([, { count }]) => count) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The agreement on one field with both readings of a field left empty; the headline is the stricter one. */
function inferField({ units, counts, ...coded }: CodedField, { level }: ReliabilityInput): FieldReliability {
  const readings = [
    readingOf('missing', units, { counts, level }),
    readingOf(
      'value',
      units.map((unit) => unit.map((value) => value ?? EMPTY)),
      { counts, level },
    ),
  ] as const;
  return {
    ...coded,
    units: total(counts),
    // Of two that are as low, the one of fewer programs.
    ...(strictness(readings[1]) < strictness(readings[0]) ? readings[1] : readings[0]),
    readings: [...readings],
  };
}

/** What cannot be computed is not strict. */
function strictness({ alpha }: ReadingReliability): number {
  return alpha.estimate ?? Infinity;
}

function readingOf(
  empty: EmptyReading,
  units: readonly Unit[],
  { counts, level }: { counts: readonly number[]; level: number },
): ReadingReliability {
  const { alpha, ...agreement } = krippendorffAlpha(units, counts);
  const interval = alphaInterval(units, level, counts);
  return { empty, ...agreement, alpha: estimateOf(), ac1: gwetAc1(units, counts) };

  function estimateOf(): Estimate {
    if (agreement.pairable_units === 0) return notComputable('too-few-coders', 0, 1);
    if (alpha === null) return notComputable('no-other-value', 1, 2);
    if (interval === null) return notComputable('too-few-records', agreement.pairable_units, 2);
    return computed(alpha, interval, { method: 'effective-clopper-pearson', level });
  }
}

/** The units of every field that was coded, of the programs in scope. */
export interface ReliabilityCounts {
  readonly in_dataset: number;
  readonly programs: number;
  readonly fields: readonly CodedField[];
}

/** Reads the codings and reviews of the programs in scope and counts their units. */
export function planReliability(input: ReliabilityInput): Plan<ReliabilityCounts> {
  const where = programsWhere(input);
  const plans = all({
    codings_in_dataset: countRecords('codings', everything),
    reviews_in_dataset: countRecords('reviews', everything),
    coded: rows<Coding>({
      table: 'codings',
      where: { op: 'cites', field: 'program', table: 'programs', where },
      fields,
    }),
    reviewed: planReviewCodings(where),
  });
  return map(plans, ({ codings_in_dataset, reviews_in_dataset, coded, reviewed }) => {
    const codings = [...coded, ...reviewed];
    return {
      in_dataset: codings_in_dataset + reviews_in_dataset,
      programs: new Set(codings.map(({ program }) => program)).size,
      fields: tabulateFields(codings),
    };
  });
}

/** Adds alpha and its interval to every field. */
export function inferReliability(counts: ReliabilityCounts, input: ReliabilityInput): ReliabilityResult {
  return { ...counts, fields: counts.fields.map((coded) => inferField(coded, input)) };
}
