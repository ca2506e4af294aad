/**
 * A short name for a dataset made of the name of a file or a folder: small letters and digits, joined by hyphens.
 *
 * @example
 * shortNameOf('US trainings (2)') // => 'us-trainings-2'
 * @example
 * shortNameOf('数据') // => 'my-records'
 */
export function shortNameOf(name: string): string {
  const short = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return short === '' ? 'my-records' : short;
}
