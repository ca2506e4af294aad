import type { Dataset } from '@govexport/schema';
import { internColumn, type Column, type Key } from './column.ts';
import { everyRow, type RowSet } from './row-set.ts';

/** One program of a loaded dataset. */
export type FrozenProgram = Dataset['programs'][number];

type KeyOf = (program: FrozenProgram) => Key;

const joined = (list: readonly string[]): string => list.join('\n');

/** Who compiled a coding: the part of its id before the number. */
export const compilersOf = ({ codings }: Pick<FrozenProgram, 'codings'>): string[] => [
  ...new Set(codings.map((id) => id.split('-')[0] ?? id)),
];

/**
 * What stands for a field. Of lists that are only counted, it is their length; of recipient agencies their names; of
 * codings those who compiled them.
 */
const keys = {
  start: ({ start }) => start,
  year: ({ year }) => year,
  year_basis: ({ year_basis }) => year_basis,
  end: ({ end }) => end,
  duration_days: ({ duration_days }) => duration_days,
  venue: ({ venue }) => venue,
  host_institution: ({ host_institution }) => host_institution,
  host_cities: ({ host_cities }) => joined(host_cities),
  host_province: ({ host_province }) => host_province,
  organisers: ({ organisers }) => organisers.length,
  funders: ({ funders }) => funders.length,
  frame: ({ frame }) => frame,
  countries: ({ countries }) => joined(countries),
  recipient_agencies: ({ recipient_agencies }) => joined(recipient_agencies.map(({ name }) => name)),
  domain: ({ domain }) => domain,
  sector: ({ sector }) => sector,
  topics: ({ topics }) => joined(topics),
  participants: ({ participants: { value, low, high, basis } }) => [value, low, high, basis].join(' '),
  security_related: ({ security_related }) => security_related,
  technology_component: ({ technology_component }) => technology_component,
  equipment_transfer: ({ equipment_transfer }) => equipment_transfer,
  format: ({ format }) => format,
  trainees: ({ trainees }) => trainees,
  sources: ({ sources }) => joined(sources),
  codings: (program) => joined(compilersOf(program)),
  confidence: ({ confidence }) => confidence,
  recommended_for_aggregates: ({ recommended_for_aggregates }) => recommended_for_aggregates,
} as const satisfies Partial<Record<keyof FrozenProgram, KeyOf>>;

/** A field of programs that has a column. */
export type ColumnName = keyof typeof keys;

/** The yes/no/unknown attributes of a program, in the order of tables and forms. */
export const attributes = [
  'security_related',
  'technology_component',
  'equipment_transfer',
] as const satisfies readonly ColumnName[];

/** Fields whose value can be unknown, in the order of the schema. */
export const knownFieldNames = [
  'end',
  'duration_days',
  'venue',
  'host_institution',
  'host_cities',
  'host_province',
  'organisers',
  'funders',
  'frame',
  'countries',
  'recipient_agencies',
  'sector',
  'topics',
  'participants',
  'security_related',
  'technology_component',
  'equipment_transfer',
  'format',
  'trainees',
] as const satisfies readonly ColumnName[];

/** The columnar view of the programs of a dataset. */
export interface ProgramColumns {
  readonly programs: readonly FrozenProgram[];
  /** The recipients that the dataset declares, in the order of tables. */
  readonly recipients: readonly string[];
  /** The set of all programs. */
  readonly rows: RowSet;
  /** The column of a field, made when it is first asked for. */
  readonly column: (name: ColumnName) => Column<FrozenProgram>;
}

const views = new WeakMap<readonly FrozenProgram[], ProgramColumns>();

/**
 * The columnar view of the programs of a dataset. It is made once for each list of programs and kept as long as the
 * list, which must not change after.
 *
 * @example
 * columnsOf(dataset).column('sector').examples.length; // sectors that occur
 */
export function columnsOf({ programs, meta }: Pick<Dataset, 'programs' | 'meta'>): ProgramColumns {
  const view = views.get(programs) ?? viewOf(programs, meta.recipients);
  views.set(programs, view);
  return view;
}

function viewOf(programs: readonly FrozenProgram[], recipients: readonly string[]): ProgramColumns {
  const columns = new Map<ColumnName, Column<FrozenProgram>>();
  const column = (name: ColumnName): Column<FrozenProgram> => {
    const made = columns.get(name) ?? internColumn(programs, keys[name]);
    columns.set(name, made);
    return made;
  };
  return { programs, recipients, rows: everyRow(programs.length), column };
}
