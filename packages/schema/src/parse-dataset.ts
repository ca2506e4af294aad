import type { z } from 'zod';
import { DatasetMeta } from './dataset-meta.ts';
import type { DatasetTables } from './dataset.ts';
import { problemsFromZod, showValue, type Problem, type RecordFile } from './problem.ts';
import { programRules } from './program-rules.ts';
import { Program } from './program.ts';
import { Source } from './source.ts';

/** The unchecked files of a dataset folder. */
export interface DatasetFiles {
  readonly meta: RecordFile;
  readonly programs: readonly RecordFile[];
  readonly sources: readonly RecordFile[];
}

/** A parsed dataset, or everything that is wrong with it. */
export type ParsedDataset =
  | { readonly ok: true; readonly tables: DatasetTables }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Row<Item> {
  readonly file: string;
  readonly item: Item;
}

/**
 * Checks every record of a dataset and everything between records: ids are unique, sources resolve and are used, and
 * the rules within a program hold. All problems are reported at once; nothing is repaired or left out.
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

  problems.push(...duplicateIds([...programs, ...sources]));
  problems.push(...brokenRules(programs));
  problems.push(...danglingSources(programs, files.sources, sources));
  problems.push(...unusedSources(programs, files.programs, sources));

  const [checkedMeta] = meta;
  if (problems.length > 0 || checkedMeta === undefined) return { ok: false, problems };
  return { ok: true, tables: { meta: checkedMeta.item, programs: sortedById(programs), sources: sortedById(sources) } };
}

function parseRecords<Item>(schema: z.ZodType<Item>, files: readonly RecordFile[], problems: Problem[]): Row<Item>[] {
  return files.flatMap((file) => {
    const parsed = schema.safeParse(file.value);
    if (parsed.success) return [{ file: file.file, item: parsed.data }];
    problems.push(...problemsFromZod(file, parsed.error));
    return [];
  });
}

function sortedById<Item extends { id: string }>(rows: readonly Row<Item>[]): Item[] {
  return rows.map(({ item }) => item).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function duplicateIds(rows: readonly Row<{ id: string }>[]): Problem[] {
  const first = new Map<string, string>();
  return rows.flatMap(({ file, item: { id } }) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, file);
      return [];
    }
    return [{ file, record: id, field: 'id', value: showValue(id), expected: `an id of its own; ${earlier} has it` }];
  });
}

function brokenRules(programs: readonly Row<Program>[]): Problem[] {
  return programs.flatMap(({ file, item }) =>
    programRules
      .flatMap((rule) => rule(item))
      .map(({ field, value, expected }) => ({ file, record: item.id, field, value: showValue(value), expected })),
  );
}

function danglingSources(
  programs: readonly Row<Program>[],
  sourceFiles: readonly RecordFile[],
  sources: readonly Row<Source>[],
): Problem[] {
  // A source that failed its own check is reported once, not once more by every record that cites it.
  if (sources.length < sourceFiles.length) return [];
  const known = new Set(sources.map(({ item }) => item.id));
  return programs.flatMap(({ file, item }) =>
    item.sources
      .map((id, index) => ({ id, field: `sources.${index}` }))
      .filter(({ id }) => !known.has(id))
      .map(({ id, field }) => ({
        file,
        record: item.id,
        field,
        value: showValue(id),
        expected: 'the id of a source in this dataset',
      })),
  );
}

function unusedSources(
  programs: readonly Row<Program>[],
  programFiles: readonly RecordFile[],
  sources: readonly Row<Source>[],
): Problem[] {
  if (programs.length < programFiles.length) return [];
  const used = new Set(programs.flatMap(({ item }) => item.sources));
  return sources
    .filter(({ item }) => !used.has(item.id))
    .map(({ file, item: { id } }) => ({
      file,
      record: id,
      field: 'id',
      value: showValue(id),
      expected: 'a source that at least one program cites',
    }));
}
