import { parse } from 'csv-parse/sync';
import { LocationError } from '../location-error.ts';
import type { CsvSource } from './stream-rows.ts';

/** The columns of a CSV and what stands between its cells. */
export interface Header {
  readonly columns: readonly string[];
  readonly delimiter: string;
}

const delimiters = [',', ';', '\t', '|'];

/**
 * The header of a CSV: its first line, taken apart at the sign that stands there most often.
 *
 * @throws LocationError where the first line is no header
 * @example
 * typeof readHeader // => 'function'
 */
export async function readHeader({ name, chunks }: Pick<CsvSource, 'name' | 'chunks'>): Promise<Header> {
  const line = await firstLine(chunks);
  const counted = delimiters.map((sign) => ({ sign, times: line.split(sign).length }));
  const { sign: delimiter } = counted.reduce((most, one) => (one.times > most.times ? one : most));
  try {
    const [columns = []] = parse(line, { delimiter });
    if (columns.length > 0) return { columns: columns.map((column) => column.trim()), delimiter };
  } catch {
    // Told below, like an empty line.
  }
  throw new LocationError(`${name} has no header in its first line; expected the names of the columns.`);
}

async function firstLine(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes('\n') || text.length > 100_000) break;
  }
  return /^.*/.exec(text)?.[0] ?? '';
}
