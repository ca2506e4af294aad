import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { LocationError } from '../location-error.ts';
import { readLocation, type LocationFiles } from '../locations/read-location.ts';
import { readPackageDataset } from '../locations/read-package-dataset.ts';
import { readDataset } from '../read-dataset.ts';
import { isFolder } from '../read-text.ts';
import {
  aboutDataset,
  comparedFields,
  contentOf,
  type ContentRecord,
  type DatasetContent,
  type TableContent,
} from './dataset-content.ts';

const About = z.looseObject({ name: z.string(), version: z.string() });

const Described = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      key: z.array(z.string()),
      fields: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          values: z.array(z.object({ value: z.string() })),
          references: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/**
 * A version of a dataset from its package (a folder, a tarball or a ZIP) or from a plain folder of records. A package is
 * read by its own codebook, so that it may have other fields than the schema of today; a plain folder is checked.
 *
 * @throws LocationError where the location holds no dataset
 * @throws DatasetError with every problem of a plain folder
 * @example
 * (await readVersion('data')).tables.length === (await readVersion('.')).tables.length // => true
 */
export async function readVersion(location: string): Promise<DatasetContent> {
  const files = await readLocation(location);
  if (!files.has('dataset.json')) return versionOf(files, location);
  return contentOf(isFolder(location) ? readDataset(location) : await readPackageDataset(location));
}

/**
 * A version of a dataset from the files of its package.
 *
 * @throws LocationError where a file is missing or not as the codebook says
 */
export function versionOf(files: LocationFiles, location: string): DatasetContent {
  try {
    const meta = About.parse(json(files, 'data/dataset.json'));
    const { tables } = Described.parse(json(files, 'codebook.json'));
    const described = tables.map((table): TableContent => {
      const types = new Map(table.fields.map(({ name, type }) => [name, type]));
      return { ...table, fields: comparedFields(table.fields), records: recordsOf(files, table.name, types) };
    });
    return { name: meta.name, version: meta.version, tables: [aboutDataset(meta), ...described] };
  } catch (error) {
    const fault = error instanceof MissingFile ? `has no ${error.message}` : 'holds a file that cannot be read';
    throw new LocationError(
      `${location} ${fault}; expected a package with data/ and codebook.json, or a folder with dataset.json.`,
    );
  }
}

class MissingFile extends Error {}

function textOf(files: LocationFiles, path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new MissingFile(path);
  return new TextDecoder('utf-8', { fatal: true }).decode(content);
}

function json(files: LocationFiles, path: string): unknown {
  return JSON.parse(textOf(files, path));
}

function recordsOf(files: LocationFiles, table: string, types: ReadonlyMap<string, string>): ContentRecord[] {
  const series = `data/${table}.csv`;
  if (files.has(series)) return rowsOf(textOf(files, series), types);
  const paths = [...files.keys()].filter((path) => path === `data/${table}/${basename(path)}`);
  return paths.flatMap((path) =>
    path.endsWith('.csv') ? rowsOf(textOf(files, path), types) : [json(files, path) as ContentRecord],
  );
}

function rowsOf(text: string, types: ReadonlyMap<string, string>): ContentRecord[] {
  const rows = parse<Record<string, string>>(text, { columns: true, record_delimiter: ['\r\n', '\n'] });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, cell]) => [field, valueOf(cell, types.get(field))])),
  );
}

function valueOf(cell: string, type: string | undefined): unknown {
  if (cell === '') return null;
  if (type === 'number' || type === 'whole number') return Number(cell);
  return type === 'true or false' ? cell === 'true' : cell;
}
