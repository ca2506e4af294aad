import {
  type Dataset,
  type JsonSchema,
  jsonSchemaOf,
  once,
  type Table,
  termLabel,
  Text,
  countryName,
} from '@govexport/schema';
import { z } from 'zod';
import { translatedTerms } from './translated-terms.ts';

/** A text by which a record is found, and the field that it stands in or stands for. */
export interface FieldText {
  readonly field: string;
  readonly text: string;
}

type Row = Readonly<Record<string, unknown>>;
type Names = ReadonlyMap<string, readonly string[]>;

const languages = ['en', 'ru', 'zh'] as const;

const freeText = once(() => z.toJSONSchema(Text).pattern);

/**
 * Reads the texts by which the records of a table are found: free text as it stands, for a code its label and its words in
 * the other languages, for a state and a city also their names there, for a source its title.
 */
export function textReader(dataset: Dataset, table: Table): (row: Row) => FieldText[] {
  const properties = Object.entries((jsonSchemaOf(table).properties ?? {}) as Record<string, JsonSchema>);
  const known = { names: otherNames(dataset), senders: dataset.meta.senders };
  const titles = new Map(dataset.sources.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => titles.get(id) ?? [];
  return (row) =>
    properties.flatMap(([field, schema]) => {
      const texts =
        table.references[field] === 'sources'
          ? [row[field]].flat().flatMap((id) => titleOf(id as string))
          : textsIn(schema, row[field], known);
      return [...new Set(texts)].map((text) => ({ field, text }));
    });
}

/** The names of states by their code, and of cities by their English name. */
function otherNames({ meta, countries, places }: Dataset): Names {
  return new Map<string, readonly string[]>([
    ...meta.recipients.map((code) => [code, languages.map((language) => countryName(code, language))] as const),
    ...countries.map(({ iso2, name_en, name_ru, name_zh }) => [iso2, [name_en, name_ru, name_zh]] as const),
    ...places.flatMap(({ name_en, name_zh }) => (name_zh === null ? [] : [[name_en, [name_zh]] as const])),
  ]);
}

interface Known {
  readonly names: Names;
  readonly senders: readonly string[];
}

function textsIn(schema: JsonSchema, value: unknown, known: Known): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(schema.items as JsonSchema, item, known));
  if (typeof value === 'object' && value !== null) {
    const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
    return Object.entries(value).flatMap(([name, inner]) => textsIn(properties[name] ?? {}, inner, known));
  }
  if (typeof value !== 'string') return [];
  return [...wordsOf(knownPart(schema), value, known.senders), ...(known.names.get(value) ?? [])];
}

function wordsOf(
  { 'x-vocabulary': vocabulary, pattern }: JsonSchema,
  value: string,
  senders: readonly string[],
): readonly string[] {
  if (vocabulary !== undefined)
    return [termLabel(vocabulary, value, senders), ...(translatedTerms[vocabulary]?.[value] ?? [])];
  return pattern === freeText() ? [value] : [];
}

/** What may be null is written as a choice. */
function knownPart(schema: JsonSchema): JsonSchema {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
}
