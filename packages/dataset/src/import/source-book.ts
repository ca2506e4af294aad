import { tables, type RecordFile } from '@govexport/schema';
import { draftRecord, enteredFields } from '../records/draft-record.ts';
import type { GivenIds } from './given-ids.ts';
import type { FieldRules, ImportMapping } from './mapping.ts';
import { cellReader, literal, type CellReader } from './read-cells.ts';
import type { TableRow } from './sheet/table.ts';

const [, sourceTable] = tables;
const fields = enteredFields(sourceTable);

/** The sources of an import: rows with the same source share one record. */
export class SourceBook {
  readonly #ids = new Map<string, string>();
  readonly #file: string;
  readonly #mapping: Pick<ImportMapping, 'sources' | 'unknown'>;
  readonly #given: GivenIds;
  readonly #read: CellReader;

  constructor(file: string, mapping: Pick<ImportMapping, 'sources' | 'unknown'>, given: GivenIds) {
    this.#file = file;
    this.#mapping = mapping;
    this.#given = given;
    this.#read = cellReader(fields, { rules: mapping.sources, unknown: mapping.unknown });
  }

  /** The ids of the sources of a row, and the records of those that no earlier row has named. */
  of(row: TableRow): { ids: string[]; entered: RecordFile[] } {
    const entered: RecordFile[] = [];
    const values = this.#read(row);
    const { sources: rules } = this.#mapping;
    const ids = this.#addresses(values['url']).map((url) =>
      this.#idOf(row, { ...publisherOf(url, rules), ...values, url }, entered),
    );
    return { ids: [...new Set(ids)], entered };
  }

  /** A cell may hold several addresses, each a source of its own. */
  #addresses(url: unknown): unknown[] {
    if (typeof url !== 'string') return [url ?? null];
    // An address holds no space; what stands between two is given or seen by it.
    const separator = this.#mapping.sources['url']?.separator;
    return url
      .split(separator === undefined ? /\s*[;；、\n]\s*(?=https?:)|\s+(?=https?:)/u : literal(separator))
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
  }

  #idOf(row: TableRow, values: Readonly<Record<string, unknown>>, entered: RecordFile[]): string {
    const key = JSON.stringify(fields.map(({ name }) => values[name] ?? null));
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#given.idOf(values);
    this.#ids.set(key, id);
    entered.push({ file: `${this.#file}:${row.number}`, value: draftRecord(sourceTable, id, values) });
    return id;
  }
}

/** Where no column tells who published a page, it is the host at whose address it stands. */
function publisherOf(url: unknown, rules: FieldRules): { readonly publisher?: string } {
  if (rules['publisher'] !== undefined || typeof url !== 'string' || !URL.canParse(url)) return {};
  const { hostname } = new URL(url);
  return hostname === '' ? {} : { publisher: hostname.replace(/^www\./, '') };
}
