import { displayWidth } from './display-width.ts';

/**
 * A text of at most so many columns. Where it is longer, its end is left out, or a part behind its middle: of names that
 * differ at both ends.
 *
 * @example
 * cut('one two three', 8, 'end') // => 'one two…'
 */
export function cut(text: string, width: number, place: 'end' | 'middle'): string {
  if (displayWidth(text) <= width) return text;
  const signs = Array.from(text);
  let [left, right] = ['', ''];
  while (displayWidth(left + right) < width - 2) {
    if (place === 'end' || displayWidth(left) <= 3 * displayWidth(right)) left += signs.shift() ?? '';
    else right = (signs.pop() ?? '') + right;
  }
  const next = signs[0] ?? '';
  const full = displayWidth(left + next + right) < width ? left + next : left;
  return `${full}…${right}`;
}
