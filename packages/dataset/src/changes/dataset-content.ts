import { codebookOf, type Dataset, type TableName } from '@govexport/schema';

/** A field of a table of one version: its path, its type in words, and what a codebook says beside. */
export interface ContentField {
  readonly name: string;
  readonly type: string;
  /** The values of its vocabulary; empty where it has none. */
  readonly values: readonly string[];
  /** The table whose ids it holds, or `null`. */
  readonly references: string | null;
}

/** A field as a codebook describes it. */
interface DescribedField extends Pick<ContentField, 'name' | 'type' | 'references'> {
  readonly values: readonly { readonly value: string }[];
}

/** A record as plain JSON. */
export type ContentRecord = Readonly<Record<string, unknown>>;

/** A table as one version had it. */
export interface TableContent {
  readonly name: string;
  readonly key: readonly string[];
  readonly fields: readonly ContentField[];
  readonly records: readonly ContentRecord[];
}

/** A version of a dataset as it described itself, so that it may have other fields than the schema of today. */
export interface DatasetContent {
  readonly name: string;
  readonly version: string;
  /** Every table, and `dataset` with what the dataset says of itself. */
  readonly tables: readonly TableContent[];
}

/**
 * The content of a checked dataset.
 *
 * @example
 * contentOf(loadDataset()).tables[0].name // => 'dataset'
 */
export function contentOf(dataset: Dataset): DatasetContent {
  const described = codebookOf(dataset).tables.map(({ name, key, fields }) => ({
    name,
    key,
    fields: comparedFields(fields),
    records: dataset[name as TableName],
  }));
  const { name, version } = dataset.meta;
  return { name, version, tables: [aboutDataset(dataset.meta), ...described] };
}

/** The fields that are compared: a group by its fields, a list as a whole. */
export function comparedFields(fields: readonly DescribedField[]): ContentField[] {
  return fields
    .filter(({ name, type }) => type !== 'group' && !name.includes('[]'))
    .map(({ name, type, values, references }) => ({
      name,
      type,
      values: values.map(({ value }) => value),
      references,
    }));
}

const perRelease = ['version', 'year_published'];

/** What a dataset says of itself, as a table of one record; what every release changes is left out. */
export function aboutDataset(meta: ContentRecord): TableContent {
  const fields = Object.keys(meta).filter((name) => !perRelease.includes(name));
  const described = fields.map((name) => ({ name, type: 'text', values: [], references: null }));
  return { name: 'dataset', key: ['name'], fields: described, records: [meta] };
}

/** What a record is called among those of its table. */
export function recordName({ key }: Pick<TableContent, 'key'>, record: ContentRecord): string {
  return key.map((field) => String(record[field])).join(' / ');
}
