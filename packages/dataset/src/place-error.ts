/**
 * A file or folder that cannot be read or written as asked, in one sentence that names it.
 *
 * @example
 * new PlaceError('out is not empty; expected a new folder.').name // => 'PlaceError'
 */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
}
