import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { bootstrapAlpha, krippendorffAlpha, type Unit } from '../numeric/krippendorff-alpha.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { selectPrograms } from './select-programs.ts';

/** Input of the statistic `reliability`, with every default filled in. */
export interface ReliabilityInput extends Filter {
  readonly level: number;
  readonly empty: 'missing' | 'value';
  readonly seed: number;
  readonly samples: number;
}

type Coding = Dataset['codings'][number];

/** Agreement of the coders on one field in one round. */
export interface FieldReliability {
  round: number;
  field: string;
  coders: number;
  units: number;
  pairable_units: number;
  values: number;
  percent_agreement: number | null;
  alpha: Estimate;
}

/** Result of the statistic `reliability`. */
export interface ReliabilityResult {
  in_dataset: number;
  programs: number;
  fields: FieldReliability[];
}

/** What the coders of one round wrote for one field, one unit a program. */
export interface CodedField {
  readonly round: number;
  readonly field: string;
  readonly coders: number;
  readonly units: readonly Unit[];
}

/** Stands for a field that a coder left empty, where that counts as a value. */
const EMPTY = '';

/** Sorts the codings into units. Programs and coders are put in order, so that random draws do not depend on the rows'. */
export function tabulateReliability(codings: readonly Coding[], empty: ReliabilityInput['empty']): CodedField[] {
  const fields = new Map<string, Coding[]>();
  for (const coding of codings) {
    const key = `${String(coding.round).padStart(6, '0')} ${coding.field}`;
    fields.set(key, [...(fields.get(key) ?? []), coding]);
  }
  return [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => ({
      round: rows[0]?.round ?? 0,
      field: rows[0]?.field ?? '',
      coders: new Set(rows.map(({ coder }) => coder)).size,
      units: unitsOf(rows, empty),
    }));
}

function unitsOf(rows: readonly Coding[], empty: ReliabilityInput['empty']): Unit[] {
  const units = new Map<string, (string | null)[]>();
  const sorted = [...rows].sort((a, b) => compare(a.program, b.program) || compare(a.coder, b.coder));
  for (const { program, value } of sorted) {
    const unit = units.get(program) ?? [];
    unit.push(empty === 'value' ? (value ?? EMPTY) : value);
    units.set(program, unit);
  }
  return [...units.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Krippendorff's alpha of one field with its bootstrap interval. */
export function inferReliability(
  { round, field, coders, units }: CodedField,
  input: ReliabilityInput,
): FieldReliability {
  const { alpha, pairable_units, values, percent_agreement } = krippendorffAlpha(units);
  return {
    ...{ round, field, coders, units: units.length, pairable_units, values, percent_agreement },
    alpha: alphaEstimate(alpha, pairable_units, { units, input }),
  };
}

function alphaEstimate(
  alpha: number | null,
  pairable: number,
  { units, input: { seed, samples, level } }: { units: readonly Unit[]; input: ReliabilityInput },
): Estimate {
  if (pairable === 0) return notComputable('too-few-coders', 0, 1);
  if (alpha === null) return notComputable('no-other-value', 1, 2);
  const interval = bootstrapAlpha(units, { seed, samples, level });
  if (interval === null) return notComputable('too-few-records', pairable, 2);
  return computed(alpha, interval, { method: 'bootstrap-percentile', level });
}

/**
 * Whether coders who worked apart wrote the same.
 *
 * @example
 * computeReliability(dataset, { ...input, empty: 'missing', seed: 2022, samples: 1000 }).fields[0]?.alpha;
 */
export function computeReliability(dataset: Dataset, input: ReliabilityInput): ReliabilityResult {
  const programs = new Set(selectPrograms(dataset, input).map(({ id }) => id));
  const codings = dataset.codings.filter(({ program }) => programs.has(program));
  return {
    in_dataset: dataset.codings.length,
    programs: new Set(codings.map(({ program }) => program)).size,
    fields: tabulateReliability(codings, input.empty).map((coded) => inferReliability(coded, input)),
  };
}
