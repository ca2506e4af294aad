import type { ChartWords } from './language.ts';

/** The words of charts in English. */
export const en: ChartWords = {
  any: 'any',
  unknown: 'unknown',
  notComputable: 'not computable',
  noLowerEnd: 'no lower end',
  noUpperEnd: 'no upper end',
  range: (low, high) => `${low} to ${high}`,
  allValues: (label, values) => `${label}. ${values}.`,
  someValues: ({ label, count, values }) =>
    `${label}, ${count} values. First, largest and last: ${values}. The table holds every number.`,
  column: (label) => `Column: ${label}`,
  bar: (label) => `Bar: ${label}`,
  dot: (label) => `Dot: ${label}`,
  cell: (label) => `Cell: ${label}, darker for more`,
  line: (label) => `Line: ${label}`,
  band: (interval) => `Band: ${interval}`,
  interval: (interval) => `Line with ends: ${interval}`,
  fitted: 'Thick line: fitted values',
  fittedBand: (interval) => `Band around it: ${interval}`,
  yes: (count) => `${count} yes`,
  no: (count) => `${count} no`,
  partUnknown: (count) => `${count} unknown`,
  parts: ({ all, yes, no, unknown }) => `Of ${all} programs: ${yes} yes, ${no} no, ${unknown} unknown.`,
  counted: 'Filled: counts in totals',
  leftOut: 'Hollow: left out of totals',
  headed: (heading, note) => `${heading}. ${note}`,
  named: (name, value) => `${name}: ${value}`,
  records: ({ scope, years, others }) =>
    `Records: ${[`scope “${scope}”`, years, ...others].filter(Boolean).join('; ')}.`,
  source: ({ name, version, licence }) => `Source: ${name}, version ${version}, ${licence}.`,
};
