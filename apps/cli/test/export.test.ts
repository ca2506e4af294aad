import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataset } from '@govexport/router/node';
import { tables, type Table } from '@govexport/schema';
import { afterAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { schemaText } from '../src/print/schema-text.ts';
import { home, runBuilt } from './run-built.ts';

const packageFolder = dirname(fileURLToPath(import.meta.resolve('@govexport/dataset/package.json')));
const folder = mkdtempSync(join(tmpdir(), 'export-'));
mkdirSync(join(home, 'reports'), { recursive: true });
/** Within the package, so that what is written there finds zod. */
const modules = mkdtempSync(join(home, 'reports/modules-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(modules, { recursive: true });
});

/** The file that a package publishes, and how the command makes it. */
const published: (readonly [table: string, format: string, file: string])[] = [
  ...['programs', 'codings', 'countries', 'programs_countries', 'country_year'].flatMap(
    (table): [string, string, string][] => [
      [table, 'csv', `csv/${table}.csv`],
      [table, 'parquet', `dist/files/${table}.parquet`],
    ],
  ),
  ...['programs', 'transfers', 'dyad_year'].flatMap((table): [string, string, string][] => [
    [table, 'json', `dist/files/${table}.json`],
    [table, 'ndjson', `dist/files/${table}.ndjson`],
  ]),
  ['all', 'sqlite', 'dist/files/govexport.sqlite'],
];

describe('export', () => {
  it.each(published)('of %s as %s has the bytes of %s', async (table, format, file) => {
    const target = join(folder, `${table}.${format}`);
    const ended = await runBuilt(['export', table, '--format', format, '--output', target]);
    expect(ended).toEqual({ stdout: '', stderr: '', exit_code: 0 });
    expect(readFileSync(target).equals(readFileSync(join(packageFolder, file)))).toBe(true);
  });

  it('writes a workbook of one table', async () => {
    const target = join(folder, 'countries.xlsx');
    expect((await runBuilt(['export', 'countries', '--format', 'xlsx', '-o', target])).exit_code).toBe(0);
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('schema as TypeScript', () => {
  const dataset = openDataset();

  it.each(tables.map(({ name }) => name))('of %s takes every record, and no other field', async (name) => {
    const table = tables.find((candidate) => candidate.name === name) as unknown as Table;
    const source = schemaText(table, 'zod', dataset).replace(/^export type .*$/m, '');
    const file = join(modules, `${name}.mjs`);
    writeFileSync(file, source);
    const [schema] = Object.values((await import(/* @vite-ignore */ file)) as Record<string, z.ZodObject>);
    const records: readonly object[] = dataset[name];
    for (const record of records) expect(schema?.safeParse(record).error).toBeUndefined();
    expect(schema?.safeParse({ ...records[0], colour: 'red' }).success).toBe(false);
    expect(Object.keys(schema?.shape ?? {})).toEqual(Object.keys(table.record.shape));
  });
});
