import { isKnown, termLabel as termOf, vocabularies } from '@govexport/schema/vocabularies';
import { all, constant, map, type Plan } from '../query/plan.ts';
import type { Key, Scalar, Where } from '../query/query.ts';
import { countRecords, itemsOf, tally, total, type Counted } from './tallies.ts';

/** A property by which programs can be counted. */
export interface Dimension {
  readonly label: string;
  /** Whether a program can have several values. */
  readonly multi_valued: boolean;
  /** Vocabulary of the values; null where the values are free text. */
  readonly vocabulary: string | null;
  /** The field that holds the values. */
  readonly field: string;
}

/** What a browser that recomputes leaves out as well. */
export { isKnown };

const single = { multi_valued: false } as const;
const several = { multi_valued: true } as const;

/** Every dimension by which programs can be counted. Words for unknown are no values. */
export const dimensions = {
  domain: { ...single, field: 'domain', label: 'Domain', vocabulary: 'domain' },
  sector: { ...single, field: 'sector', label: 'Sector', vocabulary: 'sector' },
  country: { ...several, field: 'countries', label: 'Recipient country', vocabulary: 'recipient_country' },
  frame: { ...single, field: 'frame', label: 'Frame', vocabulary: 'frame' },
  format: { ...single, field: 'format', label: 'Format', vocabulary: 'format' },
  venue: { ...single, field: 'venue', label: 'Venue', vocabulary: 'venue' },
  trainees: { ...single, field: 'trainees', label: 'Trainees', vocabulary: 'trainees' },
  confidence: { ...single, field: 'confidence', label: 'Confidence', vocabulary: 'confidence' },
  year_basis: { ...single, field: 'year_basis', label: 'Basis of the year', vocabulary: 'year_basis' },
  host_institution: { ...single, field: 'host_institution', label: 'Host institution', vocabulary: null },
  host_province: { ...single, field: 'host_province', label: 'Host province', vocabulary: null },
  host_city: { ...several, field: 'host_cities', label: 'Host city', vocabulary: null },
  topic: { ...several, field: 'topics', label: 'Topic', vocabulary: null },
} as const satisfies Record<string, Dimension>;

/** Name of a dimension. */
export type DimensionName = keyof typeof dimensions;

/** Most values a side of a table shows; the others are counted together. */
export const shownValues = 20;

/** Names of all dimensions, in the order of tables and forms. */
export const dimensionNames = Object.keys(dimensions) as [DimensionName, ...DimensionName[]];

/** What programs are grouped by to count the values of a dimension. */
export function keyOf(name: DimensionName): Key {
  const { field, multi_valued } = dimensions[name];
  return multi_valued ? { each: field } : { field };
}

/** What programs are grouped by to count them once, with all their values of a dimension. */
export function wholeKeyOf(name: DimensionName): Key {
  const { field, multi_valued } = dimensions[name];
  return multi_valued ? { list: field } : { field };
}

/** Reads the values that such a key gives; null alone where they are unknown. */
export function valuesIn(name: DimensionName): (whole: Scalar) => readonly (string | null)[] {
  const known = new Map<Scalar, readonly (string | null)[]>();
  return (whole) => {
    const found = known.get(whole);
    if (found !== undefined) return found;
    const items = dimensions[name].multi_valued ? itemsOf(whole as string) : [toldValue(name, whole)];
    const values = items.length === 0 ? [null] : items;
    known.set(whole, values);
    return values;
  };
}

/** The value of a dimension in a count; null where it is unknown. Every item of a list is told. */
export function toldValue(name: DimensionName, value: Scalar): string | null {
  return value !== null && (dimensions[name].multi_valued || isKnown(value)) ? String(value) : null;
}

/** The values of a dimension that a program has; none where they are unknown. */
export function valuesOf(name: DimensionName, program: Readonly<Record<string, unknown>>): readonly string[] {
  const value = program[dimensions[name].field];
  if (Array.isArray(value)) return value as readonly string[];
  return isKnown(value) ? [String(value)] : [];
}

/** How often each value of a dimension occurs in a selection of programs. */
export interface ValueCounts {
  /** Programs with each value: the values of the vocabulary, zeros included, or the values met where the text is free. */
  readonly counts: Counted<string>;
  /** Programs with at least one known value. */
  readonly known: number;
  /** Programs without a known value. */
  readonly unknown: number;
  /** The recipients of the dataset, in the order of tables. */
  readonly recipients: readonly string[];
}

/** Counts the programs with each value of a dimension; a program with several values counts once for each. */
export function planValues(where: Where, name: DimensionName, recipients: readonly string[]): Plan<ValueCounts> {
  const { multi_valued } = dimensions[name];
  const plans = all({
    found: tally('programs', where, keyOf(name)),
    // A program with several values is in the counts several times.
    programs: multi_valued ? countRecords('programs', where) : constant(null),
  });
  return map(plans, ({ found, programs }) => {
    const counts = new Map(categoriesOf(name, recipients).map((value) => [value, 0]));
    let unknown = 0;
    for (const [value, count] of found) {
      const told = toldValue(name, value);
      if (told === null) unknown += count;
      else counts.set(told, count);
    }
    return { counts, known: (programs ?? total(found.values())) - unknown, unknown, recipients };
  });
}

/** The values that a dimension can have by its vocabulary; none where the text is free. Unknown is not a value. */
export function categoriesOf(name: DimensionName, recipients: readonly string[]): readonly string[] {
  const { vocabulary } = dimensions[name];
  if (vocabulary === 'recipient_country') return recipients;
  const values = vocabulary === null ? [] : (vocabularies[vocabulary]?.values ?? []);
  return values.filter(isKnown);
}

/**
 * What a value is called.
 *
 * @param senders - the senders of the dataset, whose name stands in words of venues
 */
export function labelOf(name: DimensionName, value: string | null, senders: readonly string[]): string {
  if (value === null) return 'Unknown';
  const { vocabulary } = dimensions[name];
  return vocabulary === null ? value : termOf(vocabulary, value, senders);
}

/** What a value of a vocabulary is called, whichever the dataset. */
export function termLabel(vocabulary: string, value: string | null): string {
  return value === null ? 'Unknown' : termOf(vocabulary, value, []);
}

/**
 * The order of values in tables and charts: the most frequent first; equally frequent ones in the order of the
 * vocabulary, or by code unit where the text is free.
 */
export function byFrequency(
  name: DimensionName,
  counts: ReadonlyMap<string, number>,
  recipients: readonly string[],
): string[] {
  const places = new Map(categoriesOf(name, recipients).map((value, index) => [value, index]));
  const index = (value: string): number => places.get(value) ?? 0;
  return [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || index(a) - index(b) || (a < b ? -1 : 1),
  );
}
