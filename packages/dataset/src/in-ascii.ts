/**
 * JSON or code with every other sign than those of ASCII written as `\u` and its number. An engine keeps a text that holds
 * any other sign in twice the memory, and a program keeps its source and its records for good.
 *
 * @example
 * inAscii('{"city":"兰州"}') // => '{"city":"\\u5170\\u5dde"}'
 */
export function inAscii(text: string): string {
  return text.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
