/**
 * The words at the end of an address, of which one may be what was looked for.
 *
 * @returns no words where the address is written so that nothing can be read from it
 * @example
 * wordsOfAddress('/countries/kazakstan/') // => 'kazakstan'
 */
export function wordsOfAddress(path: string): string {
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  } catch {
    return '';
  }
}
