/** What a rule found wrong: the field, its value, and what was expected. */
export interface Finding {
  readonly field: string;
  readonly value: unknown;
  readonly expected: string;
}

/** What of a dataset decides whether a record fits. */
export interface Calendar {
  /** The month in which a year of the dataset begins. */
  readonly year_starts_in: number;
}

/** A rule looks at one record that fits its schema and says what does not fit together within it. */
export type Rule<Row> = (row: Row, calendar: Calendar) => Finding[];
