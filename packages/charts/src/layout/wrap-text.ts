import { textWidth, type Letters } from './text-width.ts';

/**
 * Chinese may break between any two signs, but not before a sign that closes or behind one that opens. A space that
 * holds, as before a percent sign, belongs to its word.
 */
const pieces =
  /[（「『《“‘]*[\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}][，。；：、！？）」』》”’%]*|(?:[^\s\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|[\u00a0\u202f])+[，。；：、！？）」』》”’]*|\s+|./gu;

/**
 * Breaks a text into lines that fit a width. A word that is longer than a line is broken where the line ends.
 *
 * @example
 * wrapText('one two three', 50) // => ['one two', 'three']
 */
export function wrapText(text: string, width: number, letters: Letters = {}): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (textWidth((line + piece).trimEnd(), letters) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    const parts = broken(piece.trimStart(), width, letters);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

function broken(word: string, width: number, letters: Letters): string[] {
  const parts: string[] = [''];
  for (const letter of word) {
    const last = parts.at(-1) ?? '';
    if (last !== '' && textWidth(last + letter, letters) > width) parts.push(letter);
    else parts[parts.length - 1] = last + letter;
  }
  return parts;
}
