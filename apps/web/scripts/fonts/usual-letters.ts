const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)).join('');

/**
 * The letters that nearly every page is written with, by the alphabet that a font holds them in. Pages ask for these at
 * once; whatever else a page holds comes from larger files, which are asked for where they are needed.
 */
export const usualLetters = {
  latin: `${between(0x20, 0x7e)}\u00a0«»·×äéöü–—‘’“”…−↑↓`,
  cyrillic: `${between(0x410, 0x44f)}Ёё№`,
} as const;

/** An alphabet with usual letters. */
export type Alphabet = keyof typeof usualLetters;
