import { vocabularies, type Table } from '@govexport/schema';
import { words } from '../format.ts';
import type { SheetGroup, SheetRow, SheetValue } from '../sheet.ts';
import { termOf } from './labels.ts';

type Row = Readonly<Record<string, unknown>>;
type Field = Table['record']['shape'][string];

/** Fields that the heading of a page shows, or its list of sources. */
const elsewhere: ReadonlySet<string> = new Set(['id', 'title', 'name', 'description', 'sources']);

/** The fields of a record of any table, each with its label, its meaning and its values. */
export function recordSheet({ singular, record: { shape } }: Table, record: Row): SheetGroup {
  const fields = Object.entries(shape).filter(([name]) => !elsewhere.has(name));
  const rows = fields.map(([name, field]): SheetRow => {
    const { description = '', vocabulary } = partsOf(field);
    const values = [record[name]].flat().flatMap((value) => valueOf(value, vocabulary, name));
    const absent = Array.isArray(record[name]) ? 'none named' : 'unknown';
    return { field: name, label: words(name), description, values, absent };
  });
  return { title: `The ${singular}`, rows, sources: [...((record['sources'] ?? []) as string[])] };
}

interface FieldParts {
  readonly description?: string;
  readonly vocabulary: string | null;
}

interface Described {
  readonly description?: string;
  readonly unwrap?: () => Described;
  readonly meta: () => Readonly<Record<string, unknown>> | undefined;
}

/** What a field says of itself, and its vocabulary where it, or what may be null, has one. */
function partsOf(field: Field): FieldParts {
  const outer = field as unknown as Described;
  const vocabulary = outer.meta()?.['vocabulary'] ?? outer.unwrap?.().meta()?.['vocabulary'];
  return {
    ...(outer.description === undefined ? {} : { description: outer.description }),
    vocabulary: typeof vocabulary === 'string' && vocabulary in vocabularies ? vocabulary : null,
  };
}

function valueOf(value: unknown, vocabulary: string | null, name: string): SheetValue[] {
  if (value === null || value === undefined) return [];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (vocabulary !== null) return [{ ...termOf(vocabulary, text), language: 'en' }];
  return [{ text, definition: '', language: name.endsWith('_zh') ? 'zh' : 'en' }];
}
