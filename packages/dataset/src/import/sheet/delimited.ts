import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { failure } from '../../not-readable.ts';
import { LocationError } from '../../location-error.ts';
import { encodingNamed, encodingOf, encodings } from './encoding.ts';
import { importLimits, type Begun } from './head.ts';
import type { Sheet, SheetChoice, SheetRow } from './row.ts';

const delimiters: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** Rows that are enough to tell the delimiter by. */
const sampled = 40;

// Line ends of Windows, Unix and the old Macintosh.
const shared = { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], bom: true };

/** The rows of a text with a delimiter, one by one as they are read. */
export function delimitedRows(begun: Begun, choice: Omit<SheetChoice, 'sheet'>): Sheet {
  const { name, head } = begun;
  const encoding = choice.encoding === undefined ? encodingOf(name, head) : encodingNamed(choice.encoding);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  // A line with which Excel is told the delimiter; it shows no such row.
  const told = /^sep=(.)(?:\r\n|\n|\r)/iu.exec(text);
  const delimiter = choice.delimiter ?? told?.[1] ?? likeliest(text);
  const reading = `${encodings[encoding] ?? encoding}, cells parted by ${delimiters[delimiter] ?? JSON.stringify(delimiter)}`;
  const rows = parsedRows(begun, { encoding, delimiter, from: told === null ? 1 : 2 });
  return { name, reading, delimiter, rows };
}

/**
 * The delimiter that parts the most rows of a text into equally many cells. It is counted by the parser, so that one
 * within quotes parts nothing.
 */
export function likeliest(text: string): string {
  // The last record of a sample may be cut within its quotes.
  const counted = Object.keys(delimiters).map((delimiter) => {
    const options = { ...shared, delimiter, to: sampled, relax_quotes: true, skip_records_with_error: true };
    const widths = parseNow(text, options)
      .map((row) => row.length)
      .filter((width) => width > 1);
    const times = new Map<number, number>();
    for (const width of widths) times.set(width, (times.get(width) ?? 0) + 1);
    return { delimiter, cells: Math.max(0, ...[...times].map(([width, count]) => width * count)) };
  });
  return counted.reduce((most, one) => (one.cells > most.cells ? one : most)).delimiter;
}

interface Parsing {
  readonly encoding: string;
  readonly delimiter: string;
  /** The first record that is a row. */
  readonly from: number;
}

async function* parsedRows(begun: Begun, { encoding, delimiter, from }: Parsing): AsyncGenerator<SheetRow> {
  const { name } = begun;
  const parser = parse({ ...shared, delimiter, from, max_record_size: importLimits.row_characters });
  const piping = pipeline(Readable.from(decoded(begun, encoding)), parser);
  // What fails there ends the rows below too, and is reported from there.
  piping.catch(() => undefined);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      number += 1;
      yield { number, cells };
    }
  } catch (error) {
    throw asLocationError(name, error);
  }
}

async function* decoded({ name, head, rest }: Begun, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    yield decoder.decode(head, { stream: true });
    for await (const chunk of rest) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new LocationError(
      `${name} is not ${encodings[encoding] ?? encoding} throughout; expected --encoding with one of ${Object.keys(encodings).join(', ')}.`,
    );
  }
}

function asLocationError(name: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { code, records } = error as typeof error & { records?: number };
  const location = records === undefined ? name : `${name}:${records + 1}`;
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new LocationError(
      `${location} is a row of more than ${importLimits.row_characters} characters; expected a shorter one.`,
    );
  }
  return new LocationError(`${location} is ${failure(error)}; expected rows as in RFC 4180.`);
}
