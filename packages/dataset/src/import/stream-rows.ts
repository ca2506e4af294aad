import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { failure } from '../not-readable.ts';
import { LocationError } from '../location-error.ts';
import type { CsvRow } from './read-cells.ts';

/** What an import takes at most; more is refused while it is read, not after it has filled the memory. */
export const importLimits = {
  /** Bytes of the CSV. */
  bytes: 64 * 1024 * 1024,
  /** Rows below the header. */
  rows: 50_000,
  /** Characters of one row. */
  row_characters: 1_000_000,
} as const;

/** A CSV that comes in pieces. */
export interface CsvSource {
  /** What to call it in a problem. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly delimiter: string;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a CSV in UTF-8, one by one as they are read.
 *
 * @throws LocationError where it is no CSV, has no header, or goes beyond {@link importLimits}
 */
export async function* streamRows({ name, chunks, delimiter }: CsvSource): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: importLimits.row_characters,
  });
  const piping = pipeline(Readable.from(decoded(name, chunks)), parser);
  // What fails there ends the rows below too, and is reported from there.
  piping.catch(() => undefined);
  let header: readonly string[] | null = null;
  let rows = 0;
  try {
    for await (const line of parser as AsyncIterable<Line>) {
      if (header === null) header = checkedHeader(name, line.record);
      else {
        rows += 1;
        if (rows > importLimits.rows)
          throw new LocationError(`${name} has more than ${importLimits.rows} rows; expected at most so many.`);
        yield rowOf(name, header, line);
      }
    }
  } catch (error) {
    throw asPlaceError(name, error);
  }
  if (header === null) throw new LocationError(`${name} is empty; expected a header and rows.`);
}

/** Text of the bytes, counted; a byte order mark at the start is no part of it. */
async function* decoded(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > importLimits.bytes) throw new LocationError(tooLong(name));
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** The sentence about a CSV that is too long. */
export function tooLong(name: string): string {
  return `${name} is longer than ${importLimits.bytes / 1024 / 1024} MiB; expected at most so much, so split it.`;
}

function checkedHeader(name: string, header: readonly string[]): readonly string[] {
  const names = header.map((column) => column.trim());
  const twice = names.find((column, index) => names.indexOf(column) < index);
  if (twice !== undefined)
    throw new LocationError(
      `${name} has the column ${JSON.stringify(twice)} twice; expected a name of its own for each.`,
    );
  return names;
}

function rowOf(name: string, header: readonly string[], { record, info: { lines: line } }: Line): CsvRow {
  if (record.length !== header.length) {
    throw new LocationError(
      `${name}:${line} is a row of ${record.length} cells; expected ${header.length}, one for each column.`,
    );
  }
  return { line, cells: Object.fromEntries(header.map((column, index) => [column, record[index] ?? ''])) };
}

function asPlaceError(name: string, error: unknown): unknown {
  if (error instanceof TypeError) return new LocationError(`${name} is not UTF-8; expected a CSV in UTF-8.`);
  if (!(error instanceof CsvError)) return error;
  const { code, lines } = error as typeof error & { lines?: number };
  const location = lines === undefined ? name : `${name}:${lines}`;
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new LocationError(
      `${location} is a row of more than ${importLimits.row_characters} characters; expected a shorter one.`,
    );
  }
  return new LocationError(`${location} is ${failure(error)}; expected rows as in RFC 4180.`);
}
