import { catalogue, dimensions } from '@govexport/analysis';
import { vocabularies } from '@govexport/schema';
import type { InputField } from '../input-fields.ts';
import { fieldLabel, termLabel, type Telling } from './labels.ts';
import type { Language } from './language.ts';
import optionsEn from './phrases/options.en.json' with { type: 'json' };
import optionsRu from './phrases/options.ru.json' with { type: 'json' };
import optionsZh from './phrases/options.zh.json' with { type: 'json' };
import { translate } from './translate.ts';

/** Labels of choices that are values of no vocabulary. */
const optionLabels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: optionsEn,
  ru: optionsRu,
  zh: optionsZh,
};

/**
 * The label of a value of an input: that of the vocabulary which has exactly its choices, of a statistic, of a dimension,
 * or of the choice itself.
 *
 * @returns null where the value has no label and stands for itself
 * @example
 * const fields = fieldsIn(inputFields(catalogue.trend.input), dataset.meta);
 * optionLabel(fields.find(({ name }) => name === 'countries'), 'KZ', { language: 'ru' }) // => 'Казахстан'
 */
export function optionLabel(field: InputField, value: string, telling: Telling): string | null {
  const { kind, options, vocabulary } = field;
  const { language } = telling;
  if (kind === 'boolean') return optionLabels[language][value === 'true' ? 'yes' : 'no'] ?? null;
  if (!options.includes(value)) return null;
  const own = vocabulary ?? Object.values(vocabularies).find(({ values }) => values.join() === options.join())?.name;
  if (own !== undefined && own !== 'scope') return termLabel(own, value, telling);
  const inLanguage = (text: string) => translate(text, language) ?? text;
  if (options.every((option) => option in catalogue))
    return inLanguage(catalogue[value as keyof typeof catalogue].title);
  if (options.every((option) => option in dimensions)) {
    return inLanguage(dimensions[value as keyof typeof dimensions].label);
  }
  return optionLabels[language][value] ?? fieldLabel(value, language);
}
