import { codebookMarkdown, vocabularies, type Codebook, type CodebookField } from '@govexport/schema';
import { termLabel } from './labels.ts';
import type { Language } from './language.ts';
import { translate } from './translate.ts';

/**
 * A codebook with the words of the schema in another language: what tables, fields and values mean. Names, ids and examples
 * stay as they are in the files.
 *
 * @example
 * translateCodebook(codebookOf(dataset), 'ru').tables[0].fields[3].description // => 'Первый день, месяц или год.'
 */
export function translateCodebook({ dataset, cautions, tables }: Codebook, language: Language): Codebook {
  const write = writerOf(language);
  return {
    dataset: { ...dataset, title: write(dataset.title) },
    cautions: cautions.map(write),
    tables: tables.map((table) => ({
      ...table,
      title: write(table.title),
      description: write(table.description),
      license: { ...table.license, note: table.license.note === null ? null : write(table.license.note) },
      fields: table.fields.map((field) => ({
        ...field,
        type: write(field.type),
        description: write(field.description),
        null_means: field.null_means === null ? null : write(field.null_means),
        values: field.values.map(({ value, label, definition }) => ({
          value,
          label: labelIn(field, { value, label }, language),
          definition: write(definition),
        })),
      })),
    })),
  };
}

/**
 * A codebook as Markdown in any language.
 *
 * @example
 * codebookPage(codebookOf(dataset), 'zh') // => '# 编码手册：…'
 */
export function codebookPage(book: Codebook, language: Language): string {
  return codebookMarkdown(translateCodebook(book, language), writerOf(language));
}

/** One English label can stand in several vocabularies, and not be one word in another language. */
function labelIn({ values }: CodebookField, { value, label }: { value: string; label: string }, language: Language) {
  const listed = values.map((one) => one.value).join();
  const vocabulary = Object.values(vocabularies).find((one) => one.values.join() === listed)?.name;
  // A label with the name of a sender is a phrase of its own.
  if (vocabulary === undefined || label !== termLabel(vocabulary, value, { language: 'en' }))
    return writerOf(language)(label);
  return termLabel(vocabulary, value, { language });
}

function writerOf(language: Language): (text: string) => string {
  return (text) => (language === 'en' ? text : (translate(text, language) ?? text));
}
