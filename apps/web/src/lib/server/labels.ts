import * as words from '@govexport/router/words';
import { vocabularyOf } from '@govexport/schema';
import { getLocale, type Locale } from '../generated/runtime.js';
import { formatLocales } from '../languages.ts';
import type { ShownText } from '../shown-text.ts';
import { dataset } from './caller.ts';
import { shown } from './language/translate.ts';

/** A value of a vocabulary for people: its label and what it means, and the language of that meaning. */
export function termOf(vocabulary: string, value: string): { text: string; definition: string; lang: string | null } {
  const definition = shown(vocabularyOf(dataset, vocabulary)?.terms[value]?.definition ?? '');
  return { text: termLabel(vocabulary, value), definition: definition.text, lang: definition.lang };
}

/** Label of a value of a vocabulary. */
export function termLabel(vocabulary: string, value: string, locale: Locale = getLocale()): string {
  return words.termLabel(vocabulary, value, { language: locale, senders: dataset.meta.senders });
}

/** The one state that trains, for messages that name it; empty where there are several. */
export function senderOf(): { sender: string } {
  const { senders } = dataset.meta;
  return { sender: senders.length === 1 ? (senders[0] ?? '') : '' };
}

/** Title of a vocabulary. */
export function vocabularyTitle(vocabulary: string, locale: Locale = getLocale()): string {
  return words.vocabularyTitle(vocabulary, locale);
}

/** Label of a field; null where it has none and its name stands for itself. */
export function fieldLabel(field: string, locale: Locale = getLocale()): string | null {
  return words.fieldLabel(field, locale);
}

/** A text that is data, or that is written in English only. */
export function inEnglish(text: string): ShownText {
  return { text, lang: getLocale() === 'en' ? null : 'en' };
}

/** Fields that hold names of places. */
const placeFields: ReadonlySet<string> = new Set(['host_cities', 'host_province', 'city', 'province', 'capital']);

/** A value that a record has in its own English words: places and topics are in the language of the page. */
export function recordText(field: string, text: string): ShownText {
  const naming = placeFields.has(field) ? words.placeName : field === 'topics' ? words.topicName : null;
  const name = naming?.(text, getLocale()) ?? null;
  return name === null ? inEnglish(text) : { text: name, lang: null };
}

/** Names of recipient states. */
export function countryNames(codes: readonly string[]): string[] {
  return codes.map((code) => termLabel('recipient_country', code));
}

/** Name of a state by its ISO 3166-1 code. */
export function regionName(code: string, locale: Locale = getLocale()): string {
  return new Intl.DisplayNames(formatLocales[locale], { type: 'region' }).of(code) ?? code;
}

/** Name of a language by its ISO 639-1 code. */
export function languageName(code: string, locale: Locale = getLocale()): string {
  return words.languageName(code, locale);
}
