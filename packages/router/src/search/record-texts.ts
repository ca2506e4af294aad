import { type Dataset, type JsonSchema, jsonSchemaOf, once, type Table, Text, vocabularies } from '@govexport/schema';
import { z } from 'zod';
import { translatedTerms } from './translated-terms.ts';

/** A text by which a record is found, and the field that it stands in or stands for. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

type Row = Readonly<Record<string, unknown>>;
type Names = ReadonlyMap<string, readonly string[]>;

const freeText = once(() => z.toJSONSchema(Text).pattern);

/**
 * Reads the texts by which the records of a table are found: free text as it stands, for a code its label and its words in
 * the other languages, for a state and a city also their names there, for a source its title.
 */
export function textReader(dataset: Dataset, table: Table): (row: Row) => FieldText[] {
  const properties = Object.entries((jsonSchemaOf(table).properties ?? {}) as Record<string, JsonSchema>);
  const names = otherNames(dataset);
  const titles = new Map(dataset.sources.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? [];
  return (row) =>
    properties.flatMap(([field, schema]) => {
      const texts =
        table.references[field] === 'sources'
          ? [row[field]].flat().flatMap((id) => titleOf(id as string))
          : textsIn(schema, row[field], names);
      return [...new Set(texts)].map((text) => ({ field, text }));
    });
}

/** The names of states by their code, and of cities by their English name. */
function otherNames({ countries, places }: Dataset): Names {
  return new Map<string, readonly string[]>([
    ...countries.map(({ iso2, name_en, name_ru, name_zh }) => [iso2, [name_en, name_ru, name_zh]] as const),
    ...places.flatMap(({ name_en, name_zh }) => (name_zh === null ? [] : [[name_en, [name_zh]] as const])),
  ]);
}

function textsIn(schema: JsonSchema, value: unknown, names: Names): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(schema.items as JsonSchema, item, names));
  if (typeof value === 'object' && value !== null) {
    const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
    return Object.entries(value).flatMap(([name, inner]) => textsIn(properties[name] ?? {}, inner, names));
  }
  return typeof value === 'string' ? [...wordsOf(knownPart(schema), value), ...(names.get(value) ?? [])] : [];
}

function wordsOf({ 'x-vocabulary': vocabulary = '', pattern }: JsonSchema, value: string): readonly string[] {
  const label = vocabularies[vocabulary]?.terms[value]?.label;
  if (label !== undefined) return [label, ...(translatedTerms[vocabulary]?.[value] ?? [])];
  return pattern === freeText() ? [value] : [];
}

/** What may be null is written as a choice. */
function knownPart(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
}
