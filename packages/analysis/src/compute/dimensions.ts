import type { FrozenProgram } from './select-programs.ts';

/** How the values of a dimension are read from a program. An empty list means unknown. */
export interface Dimension {
  readonly label: string;
  /** Whether a program can have several values. */
  readonly multi_valued: boolean;
  /** Vocabulary of the values; null where the values are free text. */
  readonly vocabulary: string | null;
  readonly values: (program: FrozenProgram) => readonly string[];
}

const known = (value: string, unknown = 'unknown'): readonly string[] => (value === unknown ? [] : [value]);
const present = (value: string | null): readonly string[] => (value === null ? [] : [value]);

const single = { multi_valued: false } as const;
const several = { multi_valued: true } as const;

/** Every dimension by which programs can be counted. The values `unknown` and `not_shown` count as unknown. */
export const dimensions = {
  domain: { ...single, label: 'Domain', vocabulary: 'domain', values: ({ domain }) => [domain] },
  sector: { ...single, label: 'Sector', vocabulary: 'sector', values: ({ sector }) => known(sector) },
  country: {
    ...several,
    label: 'Recipient country',
    vocabulary: 'recipient_country',
    values: ({ countries }) => countries,
  },
  frame: { ...single, label: 'Frame', vocabulary: 'frame', values: ({ frame }) => known(frame) },
  format: { ...single, label: 'Format', vocabulary: 'format', values: ({ format }) => known(format) },
  venue: { ...single, label: 'Venue', vocabulary: 'venue', values: ({ venue }) => known(venue) },
  trainees: {
    ...single,
    label: 'Trainees',
    vocabulary: 'trainees',
    values: ({ trainees }) => known(trainees, 'not_shown'),
  },
  confidence: { ...single, label: 'Confidence', vocabulary: 'confidence', values: ({ confidence }) => [confidence] },
  year_basis: {
    ...single,
    label: 'Basis of the year',
    vocabulary: 'year_basis',
    values: ({ year_basis }) => [year_basis],
  },
  host_institution: {
    ...single,
    label: 'Host institution',
    vocabulary: null,
    values: ({ host_institution }) => present(host_institution),
  },
  host_province: {
    ...single,
    label: 'Host province',
    vocabulary: null,
    values: ({ host_province }) => present(host_province),
  },
  host_city: { ...several, label: 'Host city', vocabulary: null, values: ({ host_cities }) => host_cities },
  topic: { ...several, label: 'Topic', vocabulary: null, values: ({ topics }) => topics },
} as const satisfies Record<string, Dimension>;

/** Name of a dimension. */
export type DimensionName = keyof typeof dimensions;

/** Names of all dimensions, in the order of tables and forms. */
export const dimensionNames = Object.keys(dimensions) as [DimensionName, ...DimensionName[]];

/** Programs with each value of a dimension, and programs whose value is unknown. */
export function countValues(programs: readonly FrozenProgram[], name: DimensionName) {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const program of programs) {
    const values = dimensions[name].values(program);
    if (values.length === 0) unknown += 1;
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { counts, unknown };
}
