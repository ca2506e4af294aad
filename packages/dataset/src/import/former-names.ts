import { loadDataset } from '../index.ts';
import { readPublishedFile } from '../read-published-file.ts';

interface Change {
  readonly table: string;
  readonly field: string;
  readonly value: string | null;
  readonly change: string;
  readonly was: string | null;
}

type Rules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * A mapping in the names of today: fields and terms that a release of the published dataset has renamed, as its history
 * tells, are called by their new names, and one that names no states means those that every dataset had before a dataset
 * declared its world.
 *
 * @param value - what the file of the mapping holds, unchecked
 */
export function renamedMapping(value: unknown): { mapping: unknown; readings: string[] } {
  if (!isRecord(value)) return { mapping: value, readings: [] };
  const renamed = new Map<string, string>();
  const tables = ['programs', 'sources'].flatMap((table) => {
    const rules = value[table];
    return isRecord(rules) ? [[table, renamedRules(table, rules as Rules, renamed)] as const] : [];
  });
  const mapping = { ...value, ...Object.fromEntries(tables) };
  const readings = [...renamed].map(([was, is]) => `${was} is called ${is} now, and was read so.`);
  const { dataset } = value;
  if (!isRecord(dataset) || 'senders' in dataset || 'recipients' in dataset) return { mapping, readings };
  const { senders, recipients } = loadDataset().meta;
  const states = `senders ${senders.join(', ')} and recipients ${recipients.join(', ')}`;
  return {
    mapping: { ...mapping, dataset: { ...dataset, senders, recipients } },
    readings: [
      ...readings,
      `The mapping names no states: read as ${states}, which every dataset had before they were declared.`,
    ],
  };
}

function renamedRules(table: string, rules: Rules, renamed: Map<string, string>): Rules {
  const changes = renames().filter((change) => change.table === table);
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => {
      const field = changes.find(({ value, was }) => value === null && was === name)?.field ?? name;
      if (field !== name) renamed.set(name, field);
      const terms = new Map(
        changes.flatMap((one) => (one.field === field && one.value !== null ? [[one.was, one.value]] : [])),
      );
      const termOf = (text: unknown) => {
        const term = typeof text === 'string' ? terms.get(text) : undefined;
        if (term === undefined) return text;
        renamed.set(String(text), term);
        return term;
      };
      return [field, isRecord(rule) ? withTerms(rule, termOf) : rule];
    }),
  ) as Rules;
}

function withTerms(rule: Readonly<Record<string, unknown>>, termOf: (text: unknown) => unknown) {
  const { constant, values, otherwise } = rule;
  return {
    ...rule,
    ...('constant' in rule ? { constant: Array.isArray(constant) ? constant.map(termOf) : termOf(constant) } : {}),
    ...('otherwise' in rule ? { otherwise: termOf(otherwise) } : {}),
    ...(isRecord(values)
      ? { values: Object.fromEntries(Object.entries(values).map(([text, term]) => [text, termOf(term)])) }
      : {}),
  };
}

let known: readonly Change[] | undefined;

/** Every renaming of a field or a term, the earliest first. */
function renames(): readonly Change[] {
  if (known === undefined) {
    const { releases } = JSON.parse(readPublishedFile('changes.json')) as { releases: { schema: Change[] }[] };
    known = releases.flatMap(({ schema }) => schema).filter(({ change }) => change === 'renamed');
  }
  return known;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
