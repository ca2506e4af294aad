/** Characters that take two columns of a terminal: East Asian wide and full-width ones, and pictures. */
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** A text whose every character takes one column, as most do. */
const plain = /^[ -~]*$/;

/** Characters that take no column of their own. */
const none = /^[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * Columns that a text takes in a terminal.
 *
 * @example
 * displayWidth('山东 police') // => 11
 */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** Fills a text with spaces to a width, at its end or at its start. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return side === 'left' ? text + space : space + text;
}

/** Whether a line may be broken behind or before the character: Chinese text has no spaces. */
export function isWide(character: string): boolean {
  return wide.test(character);
}
