import type { Table } from '@govexport/router';
import type { ShownText } from './shown-text.ts';

export type { Cell, Chart, Column, ColumnKind, Table } from '@govexport/router';

/** A table in the language of the page. Rows keep the texts of the answer; `words` say how each is written here. */
export interface ShownTable extends Omit<Table, 'note'> {
  note: ShownText | null;
  words: Readonly<Record<string, ShownText>>;
}
