/** What stands in a chart beside the words of its table. */
export interface ChartWords {
  /** What stands for a list of values without any. */
  readonly any: string;
  readonly unknown: string;
  readonly notComputable: string;
  readonly noLowerEnd: string;
  readonly noUpperEnd: string;
  readonly range: (low: string, high: string) => string;
  readonly allValues: (label: string, values: string) => string;
  readonly someValues: (some: { label: string; count: string; values: string }) => string;
  readonly column: (label: string) => string;
  readonly bar: (label: string) => string;
  readonly dot: (label: string) => string;
  readonly cell: (label: string) => string;
  readonly line: (label: string) => string;
  readonly band: (interval: string) => string;
  readonly interval: (interval: string) => string;
  readonly fitted: string;
  readonly fittedBand: (interval: string) => string;
  readonly yes: (count: string) => string;
  readonly no: (count: string) => string;
  readonly partUnknown: (count: string) => string;
  readonly parts: (counts: { all: string; yes: string; no: string; unknown: string }) => string;
  readonly counted: string;
  readonly leftOut: string;
  /** A heading and the sentences behind it. */
  readonly headed: (heading: string, note: string) => string;
  /** An input and its value. */
  readonly named: (name: string, value: string) => string;
  /** What chose the records; `others` are inputs with their values. */
  readonly records: (chosen: { scope: string; years: string; others: readonly string[] }) => string;
  readonly source: (source: { name: string; version: string; licence: string }) => string;
}
