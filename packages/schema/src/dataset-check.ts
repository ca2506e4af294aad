import { CountryCode } from './country-code.ts';
import { DatasetMeta } from './dataset-meta.ts';
import { allowedWords, declaredValues } from './declared.ts';
import { showValue, type Problem, type RecordFile, type TableProblem } from './problem.ts';
import { orNull, problemsFromZod, recordIdOf, schemaAt } from './problems-from-zod.ts';
import { RecordLinks } from './record-links.ts';
import { recipientPlacesOf, recipientWords, valuesAt, type Place } from './recipient-places.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';
import { valueIn } from './value-at.ts';

/** What a check found. */
export interface Found {
  /** In the order of what is checked, and within it in the order of tables and records. */
  readonly problems: readonly Problem[];
  /** How many more there are of kinds of which many were found: of a field, in which # stands for each place of a list. */
  readonly unlisted: readonly { readonly field: string; readonly count: number }[];
}

/** What is checked, in the order in which it is reported. */
const stages = ['record', 'links', 'rules', 'recipients', 'dangling', 'unused', 'retired', 'reviewed'] as const;

type Stage = (typeof stages)[number];

/**
 * The check of a dataset, record by record as they come: what is kept of a record is its id. Each record is checked against
 * its schema and its rules, and everything between records: ids are unique, references resolve, sources are used, an id
 * that was given up is no record any more.
 *
 * @example
 * const check = new DatasetCheck({ file: 'dataset.json', value: {} })
 * check.add(tables[0], { file: 'programs/GX-0001.json', value: {} }) // => null
 * @example
 * new DatasetCheck({ file: 'dataset.json', value: {} }).finish().problems[0].field // => 'name'
 */
export class DatasetCheck {
  /** What the dataset says of itself; undefined where that does not fit. */
  readonly meta: DatasetMeta | undefined;
  readonly #aboutMeta: readonly Problem[];
  readonly #links = new RecordLinks();
  readonly #recipients: RecipientCheck | undefined;
  readonly #most: number;
  readonly #kept = new Map<string, Problem[]>();
  readonly #counts = new Map<string, { readonly field: string; found: number }>();

  /** @param most - how many problems of a kind are kept: the same field of the same table; not given: all of them */
  constructor({ file, value }: RecordFile, most = Infinity) {
    const meta = DatasetMeta.safeParse(value);
    this.meta = meta.data;
    this.#aboutMeta = meta.success
      ? undeclaredDefault(file, meta.data)
      : problemsFromZod({ file, value }, DatasetMeta, meta);
    this.#recipients = meta.data === undefined ? undefined : new RecipientCheck(meta.data.recipients);
    this.#most = most;
  }

  /** Checks a record; null where it does not fit its schema. */
  add(table: Table, file: RecordFile): Record<string, unknown> | null {
    const parsed = table.record.safeParse(file.value);
    if (!parsed.success) {
      const recipients = this.meta?.recipients;
      this.#note('record', table, problemsFromZod(file, table.record, { error: parsed.error, recipients }));
    }
    this.#note('links', table, this.#links.add(table, file));
    if (parsed.success) this.#note('rules', table, this.#brokenRules(table, file.file, parsed.data));
    this.#note('recipients', table, this.#recipients?.of(table, file) ?? []);
    return parsed.data ?? null;
  }

  /** Everything that was found; asked once, when every record was added. */
  finish(): Found {
    const links = this.#links;
    const last = {
      ...{ dangling: links.dangling(), unused: links.unused() },
      ...{ retired: links.retired(), reviewed: links.reviewed() },
    };
    for (const [stage, found] of Object.entries(last) as [Stage, TableProblem[]][])
      for (const { table, problem } of found) this.#note(stage, table, [problem]);
    const kept = stages.flatMap((stage) => tables.flatMap(({ name }) => this.#kept.get(`${stage} ${name}`) ?? []));
    const unlisted = [...this.#counts.values()].map(({ field, found }) => ({ field, count: found - this.#most }));
    return { problems: [...this.#aboutMeta, ...kept], unlisted: unlisted.filter(({ count }) => count > 0) };
  }

  #note(stage: Stage, { name }: Pick<Table, 'name'>, problems: readonly Problem[]): void {
    if (problems.length === 0) return;
    const at = `${stage} ${name}`;
    const kept = this.#kept.get(at) ?? [];
    this.#kept.set(at, kept);
    for (const problem of problems) {
      const field = problem.field.replaceAll(/\d+/g, '#');
      const kind = this.#counts.get(`${at} ${field}`) ?? { field, found: 0 };
      this.#counts.set(`${at} ${field}`, kind);
      kind.found += 1;
      if (kind.found <= this.#most) kept.push(problem);
    }
  }

  #brokenRules(table: Table, file: string, item: Record<string, unknown>): Problem[] {
    return table.check(item, this.meta).map(({ field, value, expected }) => ({
      file,
      record: valueIn(item, 'id') as string | null,
      field,
      value: showValue(value),
      expected,
    }));
  }
}

/** A default scope that is none of the scopes. */
function undeclaredDefault(file: string, meta: DatasetMeta): Problem[] {
  const { scope } = declaredValues(meta);
  if (scope.includes(meta.default_scope)) return [];
  const value = showValue(meta.default_scope);
  return [{ file, record: null, field: 'default_scope', value, expected: allowedWords(scope) }];
}

/**
 * States that stand where a recipient does and are none of the dataset, also in a record that has another problem. What is
 * no state at all, the schema refuses.
 */
class RecipientCheck {
  readonly #declared: ReadonlySet<unknown>;
  readonly #words: string;
  readonly #places = new Map<string, readonly Place[]>();

  constructor(recipients: readonly string[]) {
    this.#declared = new Set(recipients);
    this.#words = recipientWords(recipients);
  }

  of({ name, record }: Table, { file, value }: RecordFile): Problem[] {
    const places = this.#places.get(name) ?? recipientPlacesOf(record);
    this.#places.set(name, places);
    return places
      .flatMap((place) => valuesAt(value, place))
      .filter((found) => !this.#declared.has(found.value) && CountryCode.safeParse(found.value).success)
      .map((found) => ({
        file,
        record: recordIdOf(value),
        field: found.field,
        value: showValue(found.value),
        expected: orNull(this.#words, schemaAt(record, found.field.split('.'))),
      }));
  }
}
