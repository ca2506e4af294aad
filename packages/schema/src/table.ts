import { z } from 'zod';
import type { Calendar, Finding, Rule } from './rule.ts';

/** Under which terms a table, or a part of it, stands, where they are not those of the whole dataset. */
export interface TableLicense {
  /** The records it is for: those with these values in these fields. Not given: every record of the table. */
  readonly of?: Readonly<Record<string, string>>;
  /** SPDX identifier, or the Open Definition's name for what has none. */
  readonly name: string;
  /** Address of the terms. */
  readonly path: string;
  /** Whom to name, and how the data came here. */
  readonly note: string;
}

/** Fields that stand together where a record is shown, in this order. */
export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly string[];
  /** The part of `field_sources` that names their sources; not given: they have none of their own. */
  readonly supported_by?: string;
}

/**
 * How a table lies in a folder. `records`: one JSON file for each record, `<name>/<id>.json`. `series`: one CSV file,
 * `<name>.csv`. `parts`: one CSV file for each value of the first field of its key, `<name>/<value>.csv`, so that each can be
 * kept by another person.
 */
export type Storage = 'records' | 'series' | 'parts';

/** What defines a table; see {@link defineTable}. */
export interface TableDefinition<
  Name extends string,
  Schema extends z.ZodObject,
  Key extends keyof Schema['shape'] & string = keyof Schema['shape'] & string,
> {
  /** Name of the table: property of the dataset, folder or file, and address. */
  readonly name: Name;
  /** What one record is called within a sentence. */
  readonly singular: string;
  readonly title: string;
  readonly description: string;
  /** The strict schema of one record; the order of its fields is the order of columns and of canonical JSON. */
  readonly record: Schema;
  /** Fields that identify a record together. An `id` is unique over all tables. */
  readonly key: readonly Key[];
  /** Fields that hold ids of another table, with its name. */
  readonly references?: Readonly<Partial<Record<keyof Schema['shape'] & string, string>>>;
  readonly storage: Storage;
  /** Whether a dataset must have the table. Any other table may be missing and is then empty. */
  readonly required?: boolean;
  /** Whether every record must be cited by one of another table. */
  readonly mustBeCited?: boolean;
  /** Terms of the table, or of each of its parts; not given: those of the dataset. */
  readonly licenses?: readonly TableLicense[];
  /** How the fields of a record stand together; not given: all in one group. */
  readonly groups?: readonly FieldGroup[];
  /** Fields in which nothing means that there is none; in all others it means unknown. Not given: `notes`. */
  readonly none?: readonly string[];
  /** Fields that tell something only where another one is true, with its name. */
  readonly only_if?: Readonly<Record<string, string>>;
  /** What must agree within one record. */
  readonly rules?: readonly Rule<z.output<Schema>>[];
}

/** A table of a dataset. */
export interface Table<
  Name extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  Key extends string = string,
> {
  readonly name: Name;
  readonly singular: string;
  readonly title: string;
  readonly description: string;
  readonly record: Schema;
  readonly key: readonly Key[];
  readonly references: Readonly<Record<string, string>>;
  readonly storage: Storage;
  readonly required: boolean;
  readonly mustBeCited: boolean;
  readonly licenses: readonly TableLicense[];
  /** Empty where all fields stand in one group. */
  readonly groups: readonly FieldGroup[];
  readonly none: readonly string[];
  readonly only_if: Readonly<Record<string, string>>;
  /** Everything that does not fit together within one record, in the order of the rules. Not given: calendar years. */
  check(row: z.output<Schema>, calendar?: Calendar): Finding[];
}

/**
 * Defines a table once: reading, checks between records, hash, JSON Schema, Table Schema and codebook follow from it.
 *
 * Where a key is no field, or a field of a series holds more than one value, asking for its `record` throws a TypeError.
 *
 * @example
 * const record = z.strictObject({ town: z.string(), people: z.int().nullable() })
 * const towns = { name: 'towns', singular: 'town', title: 'Towns', description: 'By name.', storage: 'series' }
 * defineTable({ ...towns, record, key: ['town'] }).required // => false
 */
export function defineTable<
  const Name extends string,
  Schema extends z.ZodObject,
  const Key extends keyof Schema['shape'] & string,
>(definition: TableDefinition<Name, Schema, Key>): Table<Name, Schema, Key> {
  const { rules = [], references = {}, required = false, mustBeCited = false, licenses = [], ...rest } = definition;
  let checked: Schema | undefined;
  return {
    ...shownPlainly,
    ...rest,
    // Its fields are made when they are first asked for, and looked at then.
    get record() {
      return (checked ??= checkedRecord(definition));
    },
    references,
    required,
    mustBeCited,
    licenses,
    check: (row, calendar = { year_starts_in: 1 }) => rules.flatMap((rule) => rule(row, calendar)),
  };
}

/** How records are shown whose table says nothing of it. */
const shownPlainly: Pick<Table, 'groups' | 'none' | 'only_if'> = { groups: [], none: ['notes'], only_if: {} };

function checkedRecord<Schema extends z.ZodObject>(definition: TableDefinition<string, Schema>): Schema {
  const { name, record, key, references = {}, storage } = definition;
  const misplaced = [...key, ...Object.keys(references)].find((field) => !(field in record.shape));
  if (misplaced !== undefined) throw new TypeError(`table ${name} has no field “${misplaced}”`);
  const nested = Object.entries(record.shape).find(([, field]) => !isScalar(field))?.[0];
  if (storage !== 'records' && nested !== undefined) {
    throw new TypeError(`table ${name} needs one value in a cell; “${nested}” holds more`);
  }
  return record;
}

function isScalar(field: unknown): boolean {
  const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
  return !(inner instanceof z.ZodArray || inner instanceof z.ZodObject);
}

/** The terms under which records stand: `note` says whom to name, where they are not those of the dataset. */
export type Terms = Pick<TableLicense, 'name' | 'path'> & { readonly note: string | null };

/**
 * The terms of a table or of one of its records: its own, else those of the dataset. Terms of several parts are one SPDX
 * expression with the address of the first; the note gives every address.
 *
 * @example
 * const dataset = { license: 'CC-BY-4.0', license_url: 'https://creativecommons.org/licenses/by/4.0/' }
 * termsOf({ licenses: [] }, dataset).name // => 'CC-BY-4.0'
 */
export function termsOf(
  { licenses }: Pick<Table, 'licenses'>,
  dataset: { readonly license: string; readonly license_url: string },
  record?: object,
): Terms {
  const fields = record as Readonly<Record<string, unknown>> | undefined;
  const fitting = licenses.filter(({ of = {} }) =>
    Object.entries(of).every(([field, value]) => fields === undefined || fields[field] === value),
  );
  const [first, ...others] = fitting;
  if (first === undefined) return { name: dataset.license, path: dataset.license_url, note: null };
  if (others.length === 0) return { name: first.name, path: first.path, note: first.note };
  const notes = fitting.map(({ name, path, note }) => `${name} (${path}): ${note}`);
  return { name: fitting.map(({ name }) => name).join(' AND '), path: first.path, note: notes.join(' ') };
}

/**
 * The folder or file of a table within a dataset folder.
 *
 * @example
 * pathOf({ name: 'codings', storage: 'series' }) // => 'codings.csv'
 */
export function pathOf({ name, storage }: Pick<Table, 'name' | 'storage'>): string {
  return storage === 'series' ? `${name}.csv` : name;
}
