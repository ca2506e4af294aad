import type { FilterInput } from '@govexport/analysis';
import type { KeyOf, RecordOf, TableName, tables } from '@govexport/schema';
import type { z } from 'zod';
import type { DatasetIdentity } from '@govexport/analysis';
import type { facetsAnswer } from '../facets/count-facets.ts';
import type { AliasOfAnswer } from '../find-record.ts';
import type { Match } from '../search/highlight.ts';
import type { License } from './terms-of-use.ts';
import type { tableFilters } from './table-filters.ts';

type ShapeOf<Name extends TableName> = Extract<(typeof tables)[number], { name: Name }>['record']['shape'];

/** The values by which a field is chosen; never where it has no fixed ones. */
type ChoiceOf<Field> =
  Field extends z.ZodNullable<infer Inner>
    ? Inner extends z.ZodBoolean
      ? 'yes' | 'no' | 'unknown'
      : ChoiceOf<Inner>
    : Field extends z.ZodArray<infer Item>
      ? ChoiceOf<Item>
      : Field extends z.ZodEnum<infer Values>
        ? Values[keyof Values]
        : Field extends z.ZodBoolean
          ? 'yes' | 'no'
          : never;

type FiltersOf<Name extends TableName> = Name extends keyof typeof tableFilters ? (typeof tableFilters)[Name] : object;
type Barred<Name extends TableName> =
  FiltersOf<Name> extends { readonly without: readonly (infer Field)[] } ? Field : never;
type Free<Name extends TableName> =
  FiltersOf<Name> extends { readonly values: readonly (infer Field extends string)[] } ? Field : never;
type Fixed<Name extends TableName> = {
  [Field in keyof ShapeOf<Name>]: ChoiceOf<ShapeOf<Name>[Field]> extends never ? never : Field;
}[keyof ShapeOf<Name>];

/** What is asked of a table by its fields. */
type FieldChoices<Name extends TableName> = {
  [Field in Exclude<Fixed<Name>, Barred<Name> | 'confidence'>]?: ChoiceOf<ShapeOf<Name>[Field]>[];
} & { [Field in Free<Name>]?: string[] };

type Years<Name extends TableName> =
  FiltersOf<Name> extends { readonly when: string } ? { from?: number | null; to?: number | null } : object;
type Firmness<Name extends TableName> =
  RecordOf<Name> extends { confidence: infer Confidence } ? { confidence?: Confidence } : object;

/** Copies a type without `readonly`, as a parsed input is. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] | undefined ? Item[] : T[Key] };

/** Inputs that choose records of a table. */
export type RecordFilter<Name extends TableName> = FieldChoices<Name> &
  (Name extends 'programs'
    ? Partial<Writable<FilterInput>>
    : Years<Name> & Firmness<Name> & (Name extends 'sources' ? { cited_by?: CitingTable[] } : object));

/** Name of a table whose records cite sources. */
export type CitingTable = {
  [Name in TableName]: RecordOf<Name> extends { sources: string[] } ? Name : never;
}[TableName];

type SingleField<Row> = {
  [Field in keyof Row & string]: Row[Field] extends string | number | boolean | null ? Field : never;
}[keyof Row & string];

/** What records of a table are sorted by. */
export type SortKey<Name extends TableName> =
  SingleField<RecordOf<Name>> | `-${SingleField<RecordOf<Name>>}` | 'relevance';

/** Input of a list of records. */
export type ListInput<Name extends TableName> = RecordFilter<Name> & {
  q?: string | null;
  sort?: SortKey<Name>[];
  limit?: number;
  cursor?: string | null;
  total?: boolean;
};

/** Input of a list of records with some of their fields. */
export type SelectInput<Name extends TableName> = ListInput<Name> & { fields: (keyof RecordOf<Name>)[] };

/** Input of the counts of facets. */
export type FacetsInput<Name extends TableName> = RecordFilter<Name> & { q?: string | null; values?: number };

/** An input as an answer echoes it: with every default filled in. */
type Echo<Input> = { [Name in keyof Input]-?: Exclude<Input[Name], undefined> };

interface Page<Input, Row> {
  input: Echo<Input>;
  dataset: DatasetIdentity;
  license: z.output<typeof License>;
  total: number | null;
  next_cursor: string | null;
  items: Row[];
  matches: Match[][];
}

/** A page of a list of records. */
export type ListAnswer<Name extends TableName> = Page<ListInput<Name>, RecordOf<Name>>;

/** A page of a list of records with some of their fields. */
export type SelectAnswer<Name extends TableName> = Page<SelectInput<Name>, Partial<RecordOf<Name>>>;

/** The counts of every facet of a table. */
export type FacetsAnswer<Name extends TableName> = { input: Echo<FacetsInput<Name>> } & {
  [Part in keyof ReturnType<typeof facetsAnswer>]: z.output<ReturnType<typeof facetsAnswer>[Part]>;
};

/** The key of a record. */
export type KeyInput<Name extends TableName> = Pick<RecordOf<Name>, KeyOf<Name> & keyof RecordOf<Name>>;

/** One record with the sources that it cites. */
export interface RecordAnswer<Name extends TableName> {
  dataset: DatasetIdentity;
  license: z.output<typeof License>;
  record: RecordOf<Name>;
  sources: RecordOf<'sources'>[];
  alias: AliasOfAnswer;
}
