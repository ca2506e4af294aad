/** Widths of letters in parts of their size, by their class; the first class that holds a letter counts. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u, 1],
  [/[\s.,:;'’‘|!()[\]ijltfIr\-/·]/u, 0.34],
  [/[mwMWOQGЖШЩЮФМжшщюфмы@%—…]/u, 0.84],
  [/\p{Lu}/u, 0.66],
  [/\p{Script=Cyrillic}/u, 0.61],
];
const average = 0.58;

/** Size of the letters in a chart. */
export const letterSize = 13;

/** How letters look. */
export interface Letters {
  readonly size?: number;
  readonly bold?: boolean;
}

/** Width that a text needs, about: a little more than most fonts take, because no font is known where a chart is drawn. */
export function textWidth(text: string, { size = letterSize, bold = false }: Letters = {}): number {
  let width = 0;
  for (const letter of text) width += classes.find(([members]) => members.test(letter))?.[1] ?? average;
  return width * size * (bold ? 1.08 : 1);
}
