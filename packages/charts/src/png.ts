import { missingSigns } from './pictures/fonts.ts';
import { orderPng, ordersWaiting } from './pictures/picture-desk.ts';

/** A picture that is not drawn; the sentence says what is in the way. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  /** Whether the same picture can be drawn later. */
  readonly later: boolean;

  constructor(sentence: string, { later = false } = {}) {
    super(sentence);
    this.later = later;
  }
}

/** The most units that a picture may be wide or high; a taller one would be a picture that nobody can use. */
export const largestSide = 8_000;

/** The most pictures that may wait to be drawn. */
export const mostWaiting = 64;

/**
 * Turns the SVG of `standaloneChart` into a PNG with the fonts that come with this package, the same bytes on every
 * machine.
 *
 * @throws PictureError where a sign has no font, the picture is too large, or too many pictures wait
 */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  checkSize(svg);
  const [missing] = await missingSigns(svg);
  if (missing !== undefined) {
    const code = (missing.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new PictureError(
      `The picture holds the sign “${missing}” (U+${code}), which no font of the PNG writes; the SVG shows it with the fonts of its reader.`,
    );
  }
  if (ordersWaiting() >= mostWaiting) {
    throw new PictureError(
      `${mostWaiting} pictures wait to be drawn; allowed are no more: ask again in a few seconds.`,
      {
        later: true,
      },
    );
  }
  return orderPng(svg);
}

function checkSize(svg: string): void {
  const [, width = 0, height = 0] = (/<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
  if (width > 0 && height > 0 && Math.max(width, height) <= largestSide) return;
  throw new PictureError(
    `The picture is ${width} by ${height} units; a PNG takes at most ${largestSide}: ask for fewer values, or take the SVG.`,
  );
}
