import { z } from 'zod';
import { RecordId } from './fields.ts';
import { showValue, type Problem, type RecordFile, type TableProblem } from './problem.ts';
import { recordIdOf } from './problems-from-zod.ts';
import { retiredIdProblems, retiring, type KnownIds, type RetiredId } from './retired-ids.ts';
import { reviewProblems, reviewsTable } from './review-problems.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';
import { valueIn } from './value-at.ts';

const nouns = new Map<string, string>(tables.map(({ name, singular }) => [name, singular]));

/** A citation of a record that has not come yet. */
interface OpenCitation {
  readonly table: Table;
  readonly file: string;
  readonly record: string | null;
  readonly field: string;
  readonly to: string;
  readonly id: string;
}

/**
 * Who records are and whom they cite, gathered as they come and read before a record is checked: a record with another
 * problem still has its place among the others. What is kept of a record is its id and its file, and a citation only until
 * the cited record comes.
 */
export class RecordLinks {
  /** The file of each id, by table. */
  readonly #files = new Map<string, Map<string, string>>();
  readonly #keys = new Map<string, string>();
  /** Tables with a record whose id cannot be read. */
  readonly #unnamed = new Set<string>();
  readonly #cited = new Set<string>();
  /** Tables that a record cites in a way that cannot be read. */
  readonly #unreadable = new Set<string>();
  readonly #open: OpenCitation[] = [];
  readonly #retired: RetiredId[] = [];
  readonly #reviews: RecordFile[] = [];

  /** Takes a record in; the problem of an id or a key that an earlier record has. */
  add(table: Table, { file, value }: RecordFile): Problem[] {
    const id = recordIdOf(value);
    const shared = [...this.#sharedId(file, id), ...this.#sharedKey(table, file, value)];
    const ids = this.#filesOf(table.name);
    if (id === null) this.#unnamed.add(table.name);
    else if (!ids.has(id)) ids.set(id, file);
    for (const [field, to] of Object.entries(table.references))
      this.#cite({ table, file, record: id, field, to }, value);
    if (retiring.includes(table.name)) this.#retired.push({ table, file, id, value });
    if (table.name === reviewsTable) this.#reviews.push({ file, value });
    return shared;
  }

  /** Citations of records that the dataset does not hold. */
  dangling(): TableProblem[] {
    return this.#open.flatMap(({ table, file, record, field, to, id }) => {
      // A record whose id cannot be read is reported once, not once more by every record that cites it.
      if (this.#unnamed.has(to) || this.#filesOf(to).has(id)) return [];
      const expected = `the id of a ${nouns.get(to) ?? to} in this dataset`;
      return [{ table, problem: { file, record, field, value: showValue(id), expected } }];
    });
  }

  /** Records that must be cited and are not. */
  unused(): TableProblem[] {
    return tables.flatMap((table) => {
      if (!table.mustBeCited || this.#unreadable.has(table.name)) return [];
      return [...this.#filesOf(table.name)]
        .filter(([id]) => !this.#cited.has(id))
        .map(([id, file]) => ({
          table,
          problem: aboutId(file, id, `a ${table.singular} that at least one record cites`),
        }));
    });
  }

  /** Ids that were given up and lead nowhere. */
  retired(): TableProblem[] {
    return retiredIdProblems(this.#retired, this.#known());
  }

  /** Reviews of what the dataset never had. */
  reviewed(): TableProblem[] {
    return reviewProblems(this.#reviews, this.#known());
  }

  #known(): KnownIds {
    return {
      has: (table, id) => this.#filesOf(table).has(id),
      hasUnnamed: (table) => this.#unnamed.has(table),
    };
  }

  #filesOf(table: string): Map<string, string> {
    const files = this.#files.get(table) ?? new Map<string, string>();
    this.#files.set(table, files);
    return files;
  }

  #sharedId(file: string, id: string | null): Problem[] {
    if (id === null) return [];
    for (const files of this.#files.values()) {
      const earlier = files.get(id);
      if (earlier !== undefined) return [aboutId(file, id, `an id of its own; ${earlier} has it`)];
    }
    return [];
  }

  #sharedKey({ name, key }: Table, file: string, value: unknown): Problem[] {
    if (key.includes('id')) return [];
    const values = key.map((field) => valueIn(value, field));
    if (values.includes(null)) return [];
    const mark = JSON.stringify([name, values]);
    const earlier = this.#keys.get(mark);
    this.#keys.set(mark, earlier ?? file);
    if (earlier === undefined) return [];
    const expected = `a row of its own; ${earlier} has it`;
    return [{ file, record: null, field: key.join(', '), value: values.map(showValue).join(', '), expected }];
  }

  #cite(citation: Omit<OpenCitation, 'id'>, value: unknown): void {
    const { table, field, to } = citation;
    const cited = valueIn(value, field);
    const isList = table.record.shape[field] instanceof z.ZodArray;
    if (isList ? !Array.isArray(cited) : typeof cited !== 'string') {
      this.#unreadable.add(to);
      return;
    }
    const ids = isList ? (cited as unknown[]) : [cited];
    ids.forEach((id, at) => {
      // What is no id at all is reported by the check of the record.
      if (typeof id !== 'string') return;
      this.#cited.add(id);
      if (this.#filesOf(to).has(id) || !RecordId.safeParse(id).success) return;
      this.#open.push({ ...citation, field: isList ? `${field}.${at}` : field, id });
    });
  }
}

function aboutId(file: string, id: string, expected: string): Problem {
  return { file, record: id, field: 'id', value: showValue(id), expected };
}
