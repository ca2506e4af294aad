/** An input that an answer takes. */
export interface InputDefault {
  readonly name: string;
  readonly default: unknown;
}

/** What an answer was asked with: as given, and with every default filled in. */
export interface AskedWith {
  readonly given: Readonly<Record<string, unknown>>;
  readonly resolved: Readonly<Record<string, unknown>>;
}

/** What chose the records of an answer: the named scope, the years, and what was given beside them. */
export interface ChosenInputs {
  readonly scope: string;
  readonly years: string | null;
  readonly others: readonly { readonly name: string; readonly value: unknown }[];
}

const inEveryLine = new Set(['scope', 'from', 'to']);

/** Reads what chose the records of an answer; inputs that were left at their default say nothing. */
export function chosenInputs(fields: readonly InputDefault[], { given, resolved }: AskedWith): ChosenInputs {
  const { scope, from, to } = resolved;
  const written = (value: unknown) => JSON.stringify(value ?? null);
  const others = fields.filter(({ name, default: defaultValue }) => {
    return !inEveryLine.has(name) && given[name] !== undefined && written(given[name]) !== written(defaultValue);
  });
  return {
    scope: String(scope),
    years: typeof from !== 'number' || typeof to !== 'number' ? null : from === to ? String(from) : `${from}–${to}`,
    others: others.map(({ name }) => ({ name, value: given[name] })),
  };
}
