/**
 * A file or folder that cannot be read or written as asked, in one sentence that names it.
 *
 * @example
 * new LocationError('out is not empty; expected a new folder.').name // => 'LocationError'
 */
export class LocationError extends Error {
  override readonly name = 'LocationError';
}
