import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readCell, tableSchemaOf, unescapeCell, type FlatRow } from '@govexport/schema';
import { readSheet } from 'read-excel-file/node';
import initSqlJs, { type Database } from 'sql.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { home } from '../scripts/derived-files.ts';
import { publishedTables } from '../src/derived/published-tables.ts';
import { loadDataset } from '../src/node.ts';
import { readersPresent, runProgram } from './programs-present.ts';

const published = publishedTables(loadDataset());
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const present = readersPresent();
let sqlite: Database;

beforeAll(async () => {
  const library = await initSqlJs();
  sqlite = new library.Database(readFileSync(join(home, 'dist/files/govexport.sqlite')));
});

afterAll(() => {
  sqlite.close();
  console.log(`readers: DuckDB, sql.js, read-excel-file, ${present.map(({ name }) => name).join(', ')} read the files`);
});

function snippetOf(language: string, word: string): { code: string; output: string } {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, code = '']) => code,
  );
  const code = blocks.find((block) => block.includes(word));
  if (code === undefined) throw new Error(`The README has no ${language} snippet with ${word}.`);
  const output = [...code.matchAll(/^(?:#>|--) ?(.*)$/gm)].map(([, line = '']) => line);
  return { code, output: bare(output.join('\n')) };
}

/** Without empty lines and the space at the end of lines, which R prints around a table. */
function bare(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

describe.each(published)('$table.name', ({ table, rows }) => {
  const fields = Object.keys(table.record.shape);

  test('in SQLite holds the rows, as a SQLite library of its own build sees them', () => {
    const types = new Map(tableSchemaOf(table).fields.map(({ name, type }) => [name, type]));
    const stored = fields.filter((field) => !table.joined.includes(field));
    const [found] = sqlite.exec(`SELECT ${stored.map((field) => `"${field}"`).join()} FROM "${table.name}"`);
    const read = (found?.values ?? []).map((cells) =>
      stored.map((field, at) => (types.get(field) === 'boolean' ? truth(cells[at]) : cells[at])),
    );
    expect(read).toEqual(rows.map((row) => stored.map((field) => row[field])));
  });

  test('in XLSX holds the rows, as another library sees them', async () => {
    const [header, ...lines] = await readSheet(join(home, 'dist/files/govexport.xlsx'), table.name.slice(0, 31));
    expect(header).toEqual(fields);
    const read = lines.map((cells) => fields.map((_, at) => cells[at] ?? null));
    expect(read).toEqual(rows.map((row) => fields.map((field) => emptyAsNull(row[field]))));
  });
});

function truth(cell: unknown): boolean | null {
  return cell === null ? null : cell === 1;
}

/** A workbook has no empty text: an empty list is an empty cell. */
function emptyAsNull(value: unknown): unknown {
  return value === '' ? null : value;
}

test('DuckDB gives what the README says', async () => {
  const { code, output } = snippetOf('sql', 'parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(code.replaceAll('dist/files/', join(home, 'dist/files/')));
  connection.closeSync();
  const lines = reader.getRowsJson().map((row) => row.map(String).join('|'));
  expect(lines.join('\n')).toBe(output);
});

test('SQLite gives what the README says', () => {
  const { code, output } = snippetOf('sql', 'publisher');
  const [found] = sqlite.exec(code);
  expect(found?.values.map((row) => row.join('|')).join('\n')).toBe(output);
});

const inR = present.filter(({ name }) => name === 'R');
const inPandas = present.filter(({ name }) => name === 'pandas');

// A machine without R or pandas has no such tests; the line that is printed at the end says what read the files.
for (const [{ name, command }, language, word] of [
  ...inR.map((reader) => [reader, 'r', 'read.csv'] as const),
  ...inPandas.map((reader) => [reader, 'python', 'pandas'] as const),
]) {
  test(`${name} gives what the README says`, () => {
    const { code, output } = snippetOf(language, word);
    const run = runProgram(command, code, home);
    expect(run.stderr).toBe('');
    expect(bare(run.stdout)).toBe(output);
  });
}

for (const { command } of inR) {
  test('read.csv of R sees every cell of every table', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cells-'));
    const program = `for (file in list.files("csv", "[.]csv$")) {
      cells <- read.csv(file.path("csv", file), colClasses = "character", na.strings = character(0), check.names = FALSE)
      text <- paste(c(names(cells), t(as.matrix(cells))), collapse = "\\x1f")
      writeBin(charToRaw(enc2utf8(text)), file.path(${JSON.stringify(folder)}, file))
    }`;
    expect(runProgram(command, program, home)).toMatchObject({ status: 0, stderr: '' });
    for (const { table, rows } of published) {
      const fields = Object.entries(table.record.shape);
      const cells = readFileSync(join(folder, `${table.name}.csv`), 'utf8')
        .split('\x1f')
        .slice(fields.length);
      const read = rows.map((_, row): FlatRow =>
        Object.fromEntries(
          fields.map(([field, type], at) => [
            field,
            readCell(type, unescapeCell(cells[row * fields.length + at] ?? '')),
          ]),
        ),
      );
      expect(cells).toHaveLength(rows.length * fields.length);
      expect(read).toEqual(rows);
    }
    rmSync(folder, { recursive: true });
  });
}
