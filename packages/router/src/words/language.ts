/** Languages that answers are put into. */
export const languages = ['en', 'ru', 'zh'] as const;

/** A language that answers are put into. */
export type Language = (typeof languages)[number];
