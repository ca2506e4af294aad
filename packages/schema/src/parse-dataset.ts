import type { z } from 'zod';
import { DatasetMeta } from './dataset-meta.ts';
import type { DatasetTables } from './dataset.ts';
import { showValue, type Problem, type RecordFile } from './problem.ts';
import { problemsFromZod } from './problems-from-zod.ts';
import { programRules } from './program-rules.ts';
import { Program } from './program.ts';
import { danglingSources, duplicateIds, linksOf, unusedSources } from './record-links.ts';
import { Source } from './source.ts';

/** The unchecked files of a dataset folder. */
export interface DatasetFiles {
  readonly meta: RecordFile;
  readonly programs: readonly RecordFile[];
  readonly sources: readonly RecordFile[];
}

/** A parsed dataset, or everything that is wrong with it. */
export type ParsedDataset =
  { readonly ok: true; readonly tables: DatasetTables } | { readonly ok: false; readonly problems: readonly Problem[] };

interface Row<Item> {
  readonly file: string;
  readonly item: Item;
}

/**
 * Checks every record of a dataset and everything between records: ids are unique, sources resolve and are used, and
 * the rules within a program hold. All problems are reported at once; nothing is repaired or left out.
 *
 * @param files - the unchecked records, each with the file to name in a problem
 * @returns the tables, each sorted by id, or every problem; it does not throw
 *
 * @example
 * const parsed = parseDataset({ meta: { file: 'dataset.json', value: {} }, programs: [], sources: [] })
 * parsed.ok // => false
 */
export function parseDataset(files: DatasetFiles): ParsedDataset {
  const problems: Problem[] = [];
  const meta = parseRecords(DatasetMeta, [files.meta], problems);
  const programs = parseRecords(Program, files.programs, problems);
  const sources = parseRecords(Source, files.sources, problems);

  const [citing, cited] = [files.programs.map(linksOf), files.sources.map(linksOf)];
  problems.push(...duplicateIds([...citing, ...cited]));
  problems.push(...brokenRules(programs));
  problems.push(...danglingSources(citing, cited));
  problems.push(...unusedSources(citing, cited));

  const [checkedMeta] = meta;
  if (problems.length > 0 || checkedMeta === undefined) return { ok: false, problems };
  return { ok: true, tables: { meta: checkedMeta.item, programs: sortedById(programs), sources: sortedById(sources) } };
}

function parseRecords<Item>(schema: z.ZodType<Item>, files: readonly RecordFile[], problems: Problem[]): Row<Item>[] {
  return files.flatMap((file) => {
    const parsed = schema.safeParse(file.value);
    if (parsed.success) return [{ file: file.file, item: parsed.data }];
    problems.push(...problemsFromZod(file, schema, parsed.error));
    return [];
  });
}

function sortedById<Item extends { id: string }>(rows: readonly Row<Item>[]): Item[] {
  return rows.map(({ item }) => item).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function brokenRules(programs: readonly Row<Program>[]): Problem[] {
  return programs.flatMap(({ file, item }) =>
    programRules
      .flatMap((rule) => rule(item))
      .map(({ field, value, expected }) => ({ file, record: item.id, field, value: showValue(value), expected })),
  );
}
