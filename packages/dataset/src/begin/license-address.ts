const others: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODC-By-1.0': 'https://opendatacommons.org/licenses/by/1-0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
  'PDDL-1.0': 'https://opendatacommons.org/licenses/pddl/1-0/',
};

/**
 * The address of a usual licence of data by its SPDX identifier; undefined for any other one, whose address a person gives.
 *
 * @example
 * licenseAddressOf('CC-BY-4.0') // => 'https://creativecommons.org/licenses/by/4.0/'
 * @example
 * licenseAddressOf('mine') // => undefined
 */
export function licenseAddressOf(license: string): string | undefined {
  const [, terms = '', version = ''] = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.0)$/.exec(license) ?? [];
  if (terms !== '') return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`;
  return Object.hasOwn(others, license) ? others[license] : undefined;
}

/**
 * What a dataset says of itself, unchecked, with the address of its licence where only that is left out and follows from
 * the licence.
 *
 * @example
 * withLicenseAddress({ license: 'CC0-1.0' }).license_url // => 'https://creativecommons.org/publicdomain/zero/1.0/'
 */
export function withLicenseAddress(meta: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { license, license_url } = meta;
  const follows = license_url === undefined && typeof license === 'string' ? licenseAddressOf(license) : undefined;
  return follows === undefined ? { ...meta } : { ...meta, license_url: follows };
}
