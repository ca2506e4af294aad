/** A row as it stands in a sheet: its number as a spreadsheet shows it, and its cells as texts. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A sheet that is being read. */
export interface Sheet {
  readonly name: string;
  /** How it is read, in words: encoding, delimiter, name of the sheet. */
  readonly reading: string;
  /** What stands between the cells of a text; null for a workbook. */
  readonly delimiter: string | null;
  readonly rows: AsyncIterable<SheetRow>;
}

/** What a person may say about a file; what is not said is found by its content. */
export interface SheetChoice {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
}
