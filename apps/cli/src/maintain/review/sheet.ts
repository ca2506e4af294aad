import { allowedText, fieldsOf, type ReviewDesk, type ReviewedRecord } from '@govexport/dataset/maintain';
import { fieldLabel, termLabel, translate, type Language } from '@govexport/router/words';
import { valueAt, vocabularyOf, type Dataset, type FlatField, type Frozen, type Review } from '@govexport/schema';
import { z } from 'zod';

/** A value that a field may have, as a person reads it. */
export interface SheetTerm {
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

/** What one coder wrote. */
interface SheetCoding {
  readonly round: number;
  readonly coder: string;
  readonly value: string | null;
}

/** One field of a record, with all that a person needs to judge it. */
export interface SheetField {
  /** Its path, such as `participants.low`. */
  readonly name: string;
  readonly label: string;
  readonly definition: string;
  /** The value as it would be typed; null where it is unknown or an empty list. */
  readonly text: string | null;
  /** What it means where there is no text. */
  readonly absent: 'unknown' | 'none named';
  /** What may be typed, in English. */
  readonly allowed: string;
  /** The values of its vocabulary; empty where it has none, or where it may hold several. */
  readonly terms: readonly SheetTerm[];
  /** What the value means, where it is of a vocabulary. */
  readonly meaning: readonly SheetTerm[];
  readonly codings: readonly SheetCoding[];
  /** Ids of the sources that support it; empty where they are not told apart. */
  readonly sources: readonly string[];
  readonly field: FlatField;
  readonly mark: Frozen<Review> | null;
}

/** A source of a record. */
export interface SheetSource {
  readonly id: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly archived: string | null;
  readonly is_copy: boolean;
  readonly original_publisher: string | null;
}

/** A record with all that a person needs to check it. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly SheetField[];
  readonly sources: readonly SheetSource[];
}

/** Everything that is shown of a record, in a language where the catalogues have words for it. */
export function sheetOf(desk: ReviewDesk, reviewed: ReviewedRecord, language: Language): Sheet {
  const { id, record } = reviewed;
  const marks = desk.marksOf(reviewed);
  const { title } = record;
  return {
    id,
    title: typeof title === 'string' ? title : id,
    fields: fieldsOf(reviewed).map((field) => fieldOf(field, { desk, reviewed, language, marks })),
    sources: sourcesOf(desk.dataset, reviewed),
  };
}

interface Showing {
  readonly desk: ReviewDesk;
  readonly reviewed: ReviewedRecord;
  readonly language: Language;
  readonly marks: ReadonlyMap<string, Frozen<Review>>;
}

function fieldOf(field: FlatField, { desk, reviewed, language, marks }: Showing): SheetField {
  const { table, record, id } = reviewed;
  const name = field.path.join('.');
  // Coders wrote one figure of participants.
  const coded = name === 'participants.value' ? 'participants' : name;
  const value = valueAt(record, field.path);
  const terms = termsOf(field.field, desk.dataset, language);
  const description = field.field.description ?? '';
  return {
    ...{ name, field },
    label: labelOf(table.name, field, language),
    definition: translate(description, language) ?? description,
    text: typedText(value),
    absent: Array.isArray(value) ? 'none named' : 'unknown',
    allowed: allowedText(field.field),
    terms: isList(field.field) ? [] : terms,
    meaning: terms.filter((term) => [value].flat().includes(term.value)),
    codings: desk.dataset.codings.filter((coding) => coding.program === id && coding.field === coded),
    sources: supportersOf(reviewed, field),
    mark: marks.get(name) ?? null,
  };
}

function labelOf(table: string, { path }: FlatField, language: Language): string {
  const [first = '', ...inner] = path;
  const label = fieldLabel(`${table}.${first}`, language) ?? fieldLabel(first, language) ?? first;
  const below = inner.map((name) => fieldLabel(name, language) ?? name);
  return [label, ...below].join(': ');
}

function isList(field: z.ZodType): boolean {
  return field instanceof z.ZodArray;
}

/** The terms of a field, or of what it lists; those of yes and no are its values. */
function termsOf(field: z.ZodType, dataset: Dataset, language: Language): SheetTerm[] {
  const inner = field instanceof z.ZodNullable ? (field.unwrap() as z.ZodType) : field;
  const item = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : inner;
  if (item instanceof z.ZodBoolean)
    return ['true', 'false'].map((value) => ({ value, label: translate(value, language) ?? value, definition: '' }));
  const name = item.meta()?.['x-vocabulary'];
  const vocabulary = typeof name === 'string' ? vocabularyOf(dataset, name) : undefined;
  if (vocabulary === undefined) return [];
  const { senders } = dataset.meta;
  return vocabulary.values.map((value) => {
    const definition = vocabulary.terms[value]?.definition ?? '';
    return {
      value,
      label: termLabel(vocabulary.name, value, { language, senders }),
      definition: translate(definition, language) ?? definition,
    };
  });
}

/** A value as a person would type it, so that it reads back as what it is. */
export function typedText(value: unknown): string | null {
  if (!Array.isArray(value)) return value === null || value === undefined ? null : plainText(value);
  return value.length === 0 ? null : value.map(itemText).join('; ');
}

function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return plainText(item);
  const [first, second] = Object.values(item as Readonly<Record<string, unknown>>);
  return second === null ? plainText(first) : `${plainText(first)} (${plainText(second)})`;
}

function plainText(value: unknown): string {
  return String(value);
}

function supportersOf({ table, record }: ReviewedRecord, { path: [first = ''] }: FlatField): string[] {
  const group = table.groups.find(({ fields }) => fields.includes(first))?.supported_by;
  const found = group === undefined ? undefined : valueAt(record, ['field_sources', group]);
  return Array.isArray(found) ? found.map(String) : [];
}

/** The sources that a record cites, or the record itself where it is one. */
function sourcesOf(dataset: Dataset, { id, record }: ReviewedRecord): SheetSource[] {
  const cited = new Set<unknown>(Array.isArray(record['sources']) ? record['sources'] : [id]);
  return dataset.sources
    .filter((source) => cited.has(source.id))
    .map((source) => {
      const archived = valueAt(source, ['archived_url']);
      return { ...source, archived: typeof archived === 'string' ? archived : null };
    });
}
