import { locales, type Language } from '@govexport/analysis/tables';

export type { Language } from '@govexport/analysis/tables';

/** Languages that answers are put into. */
export const languages = Object.keys(locales) as [Language, ...Language[]];
