/** A picture that is not drawn; the sentence says what is in the way. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly later = false;
}

/** What draws PNG is larger than the whole site, so that a browser carries none of it. */
export function pngOf(): Promise<Uint8Array<ArrayBuffer>> {
  return Promise.reject(
    new PictureError(
      'This copy of the site keeps a PNG of each chart as its page first shows it; any other is an SVG.',
    ),
  );
}
