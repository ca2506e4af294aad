import { isKnown, termLabel as termOf, vocabularies } from '@govexport/schema/vocabularies';
import type { ColumnName } from '../columns/program-columns.ts';
import { countField } from './count-programs.ts';
import type { FrozenProgram, Selection } from './select-programs.ts';

/** How the values of a dimension are read from a program. An empty list means unknown. */
export interface Dimension {
  readonly label: string;
  /** Whether a program can have several values. */
  readonly multi_valued: boolean;
  /** Vocabulary of the values; null where the values are free text. */
  readonly vocabulary: string | null;
  readonly values: (program: FrozenProgram) => readonly string[];
  /** The one field that decides the values. */
  readonly field: ColumnName;
}

/** What a browser that recomputes leaves out as well. */
export { isKnown };

const known = (value: string | null): readonly string[] => (value !== null && isKnown(value) ? [value] : []);

const single = { multi_valued: false } as const;
const several = { multi_valued: true } as const;

/** Every dimension by which programs can be counted. Words for unknown are no values. */
export const dimensions = {
  domain: { ...single, field: 'domain', label: 'Domain', vocabulary: 'domain', values: ({ domain }) => [domain] },
  sector: { ...single, field: 'sector', label: 'Sector', vocabulary: 'sector', values: ({ sector }) => known(sector) },
  country: {
    ...several,
    field: 'countries',
    label: 'Recipient country',
    vocabulary: 'recipient_country',
    values: ({ countries }) => countries,
  },
  frame: { ...single, field: 'frame', label: 'Frame', vocabulary: 'frame', values: ({ frame }) => known(frame) },
  format: { ...single, field: 'format', label: 'Format', vocabulary: 'format', values: ({ format }) => known(format) },
  venue: { ...single, field: 'venue', label: 'Venue', vocabulary: 'venue', values: ({ venue }) => known(venue) },
  trainees: {
    ...single,
    field: 'trainees',
    label: 'Trainees',
    vocabulary: 'trainees',
    values: ({ trainees }) => known(trainees),
  },
  confidence: {
    ...single,
    field: 'confidence',
    label: 'Confidence',
    vocabulary: 'confidence',
    values: ({ confidence }) => [confidence],
  },
  year_basis: {
    ...single,
    field: 'year_basis',
    label: 'Basis of the year',
    vocabulary: 'year_basis',
    values: ({ year_basis }) => [year_basis],
  },
  host_institution: {
    ...single,
    field: 'host_institution',
    label: 'Host institution',
    vocabulary: null,
    values: ({ host_institution }) => known(host_institution),
  },
  host_province: {
    ...single,
    field: 'host_province',
    label: 'Host province',
    vocabulary: null,
    values: ({ host_province }) => known(host_province),
  },
  host_city: {
    ...several,
    field: 'host_cities',
    label: 'Host city',
    vocabulary: null,
    values: ({ host_cities }) => host_cities,
  },
  topic: { ...several, field: 'topics', label: 'Topic', vocabulary: null, values: ({ topics }) => topics },
} as const satisfies Record<string, Dimension>;

/** Name of a dimension. */
export type DimensionName = keyof typeof dimensions;

/** Most values a side of a table shows; the others are counted together. */
export const shownValues = 20;

/** Names of all dimensions, in the order of tables and forms. */
export const dimensionNames = Object.keys(dimensions) as [DimensionName, ...DimensionName[]];

/** How often each value of a dimension occurs in a selection of programs. */
export interface ValueCounts {
  /** Programs with each value: the values of the vocabulary, zeros included, or the values met where the text is free. */
  readonly counts: ReadonlyMap<string, number>;
  /** Programs with at least one known value. */
  readonly known: number;
  /** Programs without a known value. */
  readonly unknown: number;
  /** The recipients of the dataset, in the order of tables. */
  readonly recipients: readonly string[];
}

/** Counts the programs with each value of a dimension; a program with several values counts once for each. */
export function countValues(selection: Selection, name: DimensionName): ValueCounts {
  const { values, field } = dimensions[name];
  const { recipients } = selection.columns;
  const counts = new Map(categoriesOf(name, recipients).map((value) => [value, 0]));
  let [known, unknown] = [0, 0];
  for (const { example, count } of countField(selection, field)) {
    const found = values(example);
    if (found.length === 0) unknown += count;
    else known += count;
    for (const value of found) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return { counts, known, unknown, recipients };
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
