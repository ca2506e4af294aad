export type { Cell, Chart, Column, ColumnKind, Table } from '@govexport/router';
