/**
 * A part of a dataset as the text that the package is loaded from: JSON in ASCII. An engine keeps a text with any other sign
 * in twice the memory, and it keeps this one and its source for good.
 */
export function bundledText(part: unknown): string {
  return JSON.stringify(part).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
