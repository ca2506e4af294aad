import type { Alphabet } from './usual-letters.ts';

/** A font in one weight, and what is cut out of it. */
export interface FontFace {
  /** Name of the font as its package has it. */
  readonly whole: string;
  /** Name of what is cut out: the licence reserves that of the whole for files that nobody has changed. */
  readonly usual: string;
  /** Its package, below `@fontsource`. */
  readonly name: string;
  /** Weight of the files. */
  readonly weight: number;
  /** Weights that are written with it. */
  readonly weights: string;
}

const serif = { whole: 'Source Serif 4', usual: 'Letters Serif', name: 'source-serif-4' } as const;
const sans = { whole: 'Source Sans 3', usual: 'Letters Sans', name: 'source-sans-3' } as const;

/** A file and the letters that are taken from it. */
export interface LetterFile {
  readonly file: string;
  readonly points: readonly number[];
}

/** Titles, text and what stands out in it. */
export const fontFaces: readonly FontFace[] = [
  { ...serif, weight: 600, weights: '600' },
  { ...sans, weight: 400, weights: '400' },
  { ...sans, weight: 600, weights: '600 700' },
];

/** The parts of a font that are served as its package has them. */
export const wholeParts = ['greek', 'cyrillic-ext', 'cyrillic', 'latin-ext', 'latin'] as const;

/** Where the package of a face has one of its parts. */
export function partFile({ name, weight }: FontFace, part: (typeof wholeParts)[number]): string {
  return `@fontsource/${name}/files/${name}-${part}-${weight}-normal.woff2`;
}

/** The file of the usual letters of a face. */
export function usualFile({ usual, weight }: FontFace, alphabet: Alphabet): string {
  return `${usual.toLowerCase().replaceAll(' ', '-')}-${alphabet}-${weight}.woff2`;
}

/** A rule of a style sheet for some letters of a face. */
export function faceRule(family: string, weights: string, { file, points }: LetterFile): string {
  return [
    '@font-face {',
    `  font-family: '${family}';`,
    `  font-weight: ${weights};`,
    '  font-display: optional;',
    `  src: url('${file}') format('woff2');`,
    `  unicode-range: ${rangeOf(points)};`,
    '}',
  ].join('\n');
}

/** Code points as a style sheet names them: `U+20-7e, U+a0`. */
export function rangeOf(points: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const point of points.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && point <= last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number) => point.toString(16);
  return ranges.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(', ');
}

/** The code points of a range as a style sheet names it. */
export function pointsOf(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [from = '', to = from] = part.trim().slice(2).split('-');
    // A sign that is left open, as in `U+4??`, stands for each digit.
    const first = parseInt(from.replaceAll('?', '0'), 16);
    const last = parseInt(to.replaceAll('?', 'f'), 16);
    return Array.from({ length: last - first + 1 }, (_, place) => first + place);
  });
}
