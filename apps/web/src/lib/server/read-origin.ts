/**
 * Checks the setting of an origin.
 *
 * @throws Error with the setting, its value and what is expected
 * @example
 * readOrigin('ORIGIN', 'https://example.org/') // => 'https://example.org'
 */
export function readOrigin(name: string, value: string): string {
  if (/^https?:\/\/[^\s/?#]+\/?$/.test(value)) return value.replace(/\/$/, '');
  throw new Error(`${name} is “${value}”; expected an origin such as https://example.org`);
}

/**
 * Checks the setting of an address.
 *
 * @throws Error with the setting, its value and what is expected
 * @example
 * readAddress('REPORTS', 'https://example.org/new') // => 'https://example.org/new'
 */
export function readAddress(name: string, value: string): string {
  if (/^(https?:\/\/|mailto:)\S+$/.test(value)) return value;
  throw new Error(
    `${name} is “${value}”; expected an address such as https://example.org/new or mailto:data@example.org`,
  );
}
