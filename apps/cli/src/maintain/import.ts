import { createReadStream, statSync } from 'node:fs';
import { readJsonFile } from '@govexport/dataset/json';
import {
  begunMeta,
  DatasetError,
  importInto,
  LocationError,
  openSheet,
  parseMapping,
  proposeMapping,
  readDataset,
  readImport,
  findTable,
  writeNewFile,
  type Import,
  type Proposed,
  type ReadImport,
  type SheetChoice,
  type Source,
  type Storage,
} from '@govexport/dataset/maintain';
import { counted, plain, textTable } from '@govexport/router';
import type { DatasetMeta } from '@govexport/schema';
import type { Done, Task } from '../commands/command.ts';
import { UsageError } from '../args/failures.ts';
import { onFiles } from './perform.ts';
import { refused } from './problem-table.ts';
import { thisYear } from './this-year.ts';

interface Options extends Pick<SheetChoice, 'sheet' | 'encoding'> {
  readonly mapping?: string | undefined;
  readonly output?: string | undefined;
  readonly new_mapping?: string | undefined;
  readonly previous?: string | undefined;
  readonly storage?: Storage | undefined;
  readonly dry_run: boolean;
}

/** Turns a table into a dataset folder, or writes a mapping to begin with. */
export const importTable = onFiles(async (task: Task, options: Options) => {
  const source = openSource(task.places['file'] ?? '');
  if (options.new_mapping !== undefined) return writeMapping(source, options.new_mapping, options);
  try {
    return await imported(task, source, options);
  } catch (error) {
    if (error instanceof DatasetError) return refused(error);
    throw error;
  }
});

/** A table, with its length where that is known before it is read. */
interface OpenSource extends Source {
  readonly bytes: number | null;
}

function openSource(path: string): OpenSource {
  if (path === '-') return { name: 'the standard input', chunks: process.stdin, bytes: null };
  const found = statSync(path);
  if (found.isDirectory()) throw new LocationError(`${path} is a folder; expected a CSV, a TSV or an .xlsx.`);
  return { name: path, chunks: createReadStream(path), bytes: found.isFile() ? found.size : null };
}

async function writeMapping(source: Source, path: string, { sheet: name, encoding, ...rest }: Options): Promise<Done> {
  const sheet = await openSheet(source, { sheet: name, encoding });
  const table = await findTable(sheet, []);
  const { mapping, fields } = await proposeMapping(source.name, table, tellsOf(rest) === undefined ? thisYear() : null);
  writeNewFile(path, `${JSON.stringify(mapping, null, 2)}\n`);
  const missing = fields.filter(({ by }) => by === 'to fill in' || by === 'empty cells').length;
  const header = `the header is row ${table.header_row}`;
  const finding = `Wrote ${path} from ${source.name} (${sheet.reading}; ${header}). Fill in what is empty${missing === 0 ? '' : ` (${missing} of the fields below)`}, check what is proposed, and then import with --mapping ${path} --dry-run.`;
  const labels = { field: 'Field', columns: 'Columns', example: 'First value', by: 'Rests on' };
  const rows = fields.map((one) => ({
    field: one.by === 'ignored' ? '(left out)' : `${one.table}.${one.field}`,
    columns: one.columns.join(', '),
    example: one.constant === null ? one.example : `always ${one.constant}`,
    by: restsOn[one.by],
  }));
  const proposed = textTable({ name: 'fields', title: `What the mapping proposes for ${source.name}`, labels, rows });
  return {
    answer: { written: path, reading: sheet.reading, header_row: table.header_row, mapping, fields },
    shown: { headline: finding, tables: [plain(proposed)] },
    exit_code: 0,
  };
}

const restsOn: Readonly<Record<Proposed['by'], string>> = {
  header: 'the header',
  cells: 'the cells; check it',
  cautious: 'nothing in the table; the most cautious value, check it',
  today: 'the year of today; check it',
  'to fill in': 'nothing: fill it in',
  'empty cells': 'the header; fill in what its empty cells stand for',
  host: 'the host of the address, without a rule; check it',
  ignored: 'ignored_columns; give it to a field or leave it',
};

async function imported({ progress, command }: Task, source: OpenSource, options: Options): Promise<Done> {
  const { mapping: path, output, previous, storage, dry_run, sheet, encoding } = options;
  if (path === undefined)
    throw new UsageError('--mapping is nothing; allowed is a path, or --new-mapping alone.', command.name);
  if (output === undefined && !dry_run)
    throw new UsageError('--output is nothing; allowed is a path, or --dry-run.', command.name);
  const { former, readings, mapping } = readMapping(path, options);
  const given: Import = {
    source,
    mapping,
    mapping_name: path,
    choice: { sheet, encoding },
    previous: former,
    progress: ({ rows, bytes }) => {
      progress(`${rows} rows read`, source.bytes === null ? null : bytes / source.bytes);
    },
  };
  const made =
    dry_run || output === undefined
      ? { ...(await readImport(given, nowhere)), storage: null }
      : await importInto(output, given, storage ?? mapping.dataset.storage ?? null);
  const notes = [
    ...leftOutNotes(made),
    ...readings,
    ...(mapping.programs['id'] === undefined ? keptNotes(made, previous) : []),
    ...made.passed_over.map((one) => `Passed over ${one}.`),
    ...(made.storage === 'parquet' ? ['The records are stored as Parquet, one file a table.'] : []),
  ];
  return doneOf(made, { output: dry_run ? null : (output ?? null), notes });
}

/** The mapping, with what a folder says about the dataset where the mapping does not, and the earlier import. */
function readMapping(path: string, options: Options) {
  const former = options.previous === undefined ? undefined : readDataset(options.previous);
  const told = tellsOf(options) ?? former?.meta;
  const { readings, ...mapping } = parseMapping(path, readJsonFile(path, 'a mapping, see --new-mapping'), told);
  return { former, readings, mapping };
}

/** What the folder that is written to says about the dataset, where it holds nothing but the example of its begin. */
function tellsOf({ output }: Pick<Options, 'output'>): DatasetMeta | undefined {
  return output === undefined ? undefined : (begunMeta(output) ?? undefined);
}

/** Where the records of a trial go. */
const nowhere = { program: () => undefined, source: () => undefined };

/** Programs that no statistic would count without a word: the scope that it asks by default leaves them out. */
function leftOutNotes({ rows: total, left_out }: ReadImport): string[] {
  const { scope, counted: within, reasons } = left_out;
  if (within === total) return [];
  const why = reasons.map(({ reason, programs }) => `${reason} (${programs})`).join(', ');
  return [
    `${within === 0 ? 'None' : within} of ${total} programs count in the scope "${scope}", which statistics ask unless another is named; left out: ${why}.`,
  ];
}

function keptNotes({ kept }: ReadImport, previous: string | undefined): string[] {
  if (kept === null)
    return ['Ids follow the order of rows; give --previous to an import of a later state of the table.'];
  const gone = kept.gone.length === 0 ? '' : ` No row is ${kept.gone.join(', ')} any more.`;
  return [`${kept.kept} programs of ${previous ?? ''} keep their ids, ${kept.added} are new.${gone}`];
}

function doneOf(made: ReadImport, { output, notes }: { output: string | null; notes: readonly string[] }): Done {
  const { rows, sources, reading, first } = made;
  const made_of = `${counted(rows, 'row')} read, ${counted(rows, 'program')} with ${counted(sources, 'source')}`;
  const next =
    output === null
      ? 'Nothing was written.'
      : `"govexport dataset validate ${output}" tells what a person should look at.`;
  const finding = `${output === null ? 'Read' : `Wrote ${output}`} (${reading}): ${made_of}. ${next}`;
  const labels = {
    id: 'Id',
    title: 'Title',
    start: 'Start',
    end: 'End',
    countries: 'States',
    venue: 'Venue',
    participants: 'Participants',
  };
  const shown = first.map((program) => ({
    ...{ id: program.id, title: program.title, start: program.start, end: program.end, venue: program.venue },
    countries: program.countries.join(' '),
    participants: figureText(program.participants),
  }));
  const title = rows > first.length ? `The first ${first.length} programs` : 'Programs';
  const preview = textTable({ name: 'programs', title, labels, rows: shown });
  const noted = textTable({
    name: 'notes',
    title: 'Notes',
    labels: { note: 'Note' },
    rows: notes.map((note) => ({ note })),
  });
  const counts = [
    { table: 'programs', records: rows },
    { table: 'sources', records: sources },
  ];
  return {
    answer: { written: output, rows, counts, reading, notes },
    shown: { headline: finding, tables: [plain(preview), ...(notes.length === 0 ? [] : [plain(noted)])] },
    exit_code: 0,
  };
}

function figureText({ value, low, high }: ReadImport['first'][number]['participants']): string | null {
  if (value === null) return low === null && high === null ? null : `${low ?? ''}–${high ?? ''}`;
  if (low === null && high !== null) return `at most ${value}`;
  return low !== null && high === null ? `at least ${value}` : String(value);
}
