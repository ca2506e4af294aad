import { en } from './en.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';
import type { Language } from '@govexport/analysis/tables';
import type { ChartWords } from './language.ts';

export type { Language } from '@govexport/analysis/tables';

/** The words of each language. */
export const chartWords: Readonly<Record<Language, ChartWords>> = { en, ru, zh };
