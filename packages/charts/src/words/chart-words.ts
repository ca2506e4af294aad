import { en } from './en.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';
import type { ChartWords, Language } from './language.ts';

export type { Language } from './language.ts';

/** The words of each language. */
export const chartWords: Readonly<Record<Language, ChartWords>> = { en, ru, zh };
