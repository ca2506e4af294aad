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
        values: valuesOf(field, language),
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

function valuesOf({ values }: CodebookField, language: Language): CodebookField['values'] {
  const listed = values.map(({ value }) => value).join();
  // One English label can stand in several vocabularies, and not be one word in another language.
  const vocabulary = Object.values(vocabularies).find((one) => one.values.join() === listed)?.name ?? '';
  return values.map(({ value, definition }) => ({
    value,
    label: termLabel(vocabulary, value, language),
    definition: writerOf(language)(definition),
  }));
}

function writerOf(language: Language): (text: string) => string {
  return (text) => (language === 'en' ? text : (translate(text, language) ?? text));
}
