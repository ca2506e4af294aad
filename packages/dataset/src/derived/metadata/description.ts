import { createHash } from 'node:crypto';
import {
  csvNameOf,
  escapedCsvText,
  tableSchemaOf,
  termsOf,
  type Dataset,
  type DatasetMeta,
  type Frozen,
  type TableSchema,
  type Terms,
} from '@govexport/schema';
import type { Publication } from '../publication.ts';
import { publishedTables } from '../published-tables.ts';

/** One CSV file of the dataset as every kind of metadata describes it. */
export interface DescribedFile {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly text: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly schema: TableSchema;
  /** Terms of the file; `note` is null where they are those of the dataset. */
  readonly license: Terms;
  /** The terms of the file, or of each of its parts. */
  readonly licenses: readonly Terms[];
}

/** What the metadata is made from: nothing else is looked up, and no clock is read. */
export interface Description {
  readonly meta: Frozen<DatasetMeta>;
  /** SHA-256 of the content of the dataset. */
  readonly sha256: string;
  /** Address where the files are kept; null where there is none. */
  readonly homepage: string | null;
  /** Licence of the code beside the data; null where there is none. */
  readonly code_license: string | null;
  /** First and last year of a program; null where there is no program. */
  readonly years: { readonly first: number; readonly last: number } | null;
  /** English names of the recipient states. */
  readonly places: readonly string[];
  readonly files: readonly DescribedFile[];
}

/** Describes a dataset and its CSV files. */
export function describeDataset(dataset: Dataset, { homepage, code_license }: Publication): Description {
  const { meta, sha256, programs, countries } = dataset;
  const years = programs.map(({ year }) => year);
  const named = new Set<string>(programs.flatMap((program) => program.countries));
  return {
    meta,
    sha256,
    homepage,
    code_license,
    years: years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) },
    places: countries.filter(({ iso2 }) => named.has(iso2)).map(({ name_en }) => name_en),
    files: publishedTables(dataset).map((published) => {
      const { table } = published;
      const text = escapedCsvText(published);
      return {
        name: table.name,
        title: table.title,
        description: table.description,
        path: `csv/${csvNameOf(table)}`,
        text,
        bytes: Buffer.byteLength(text),
        sha256: sha256Of(text),
        schema: tableSchemaOf(table, dataset),
        license: termsOf(table, meta),
        licenses: table.licenses.length > 0 ? table.licenses : [termsOf(table, meta)],
      };
    }),
  };
}

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
