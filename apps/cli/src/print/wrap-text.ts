import { displayWidth, isWide } from './display-width.ts';

/**
 * Breaks a text into lines of at most so many columns, at spaces and beside Chinese characters. A longer word, such as
 * an address, stays whole on a line of its own unless words may be broken.
 *
 * @example
 * wrapText('one two three', 8) // => ['one two', 'three']
 */
export function wrapText(text: string, width: number, words: 'whole' | 'broken' = 'whole'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, words === 'whole' ? Infinity : Math.max(2, width))) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Lines of a paragraph, the second and later ones indented. */
export function hang(text: string, width: number, indent: string): string {
  return wrapText(text, width - indent.length).join(`\n${indent}`);
}

/** The parts between which a line may end: words with the space behind them, and single wide characters. */
function piecesOf(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    const full = displayWidth(piece + character) > longest;
    if (piece !== '' && (piece.endsWith(' ') || full || isWide(character) || isWide(piece))) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
