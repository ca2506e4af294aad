import type { Dataset, Source } from '@govexport/schema';
import type { SourceCard } from '../source-card.ts';
import { languageName, termOf } from './labels.ts';

/** A source with its codes turned into words. */
export function sourceCard(source: Source | Dataset['sources'][number]): SourceCard {
  const type = termOf('publisher_type', source.publisher_type);
  const access = termOf('source_access', source.access);
  return {
    id: source.id,
    title: source.title,
    language: languageName(source.language),
    languageCode: source.language,
    publisher: source.publisher,
    publisherType: type.text,
    publisherTypeDefinition: type.definition,
    originalPublisher: source.original_publisher,
    isCopy: source.is_copy,
    published: source.published,
    accessed: source.accessed,
    access: access.text,
    accessDefinition: access.definition,
    url: source.url,
  };
}
