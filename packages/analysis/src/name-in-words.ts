/**
 * A name of a field as words.
 *
 * @example
 * nameInWords('minimum_sources') // => 'Minimum sources'
 */
export function nameInWords(name: string): string {
  const text = name.replaceAll(/[_-]+/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
