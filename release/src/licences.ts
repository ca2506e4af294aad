import satisfies from 'spdx-satisfies';
import type { Library } from './installed.ts';

/** Licences that a library may have: each lets anyone use, change and pass on, and asks for its notice only. */
export const allowedLicences = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BSL-1.0',
    'CC-BY-4.0',
    'CC0-1.0',
    'ISC',
    'MIT',
  ],
  ...['MIT-0', 'MPL-2.0', 'OFL-1.1', 'Unlicense', 'Zlib'],
];

/** The libraries whose licence is not on the list, in sentences. */
export function licenceProblems(libraries: readonly Library[]): string[] {
  return libraries
    .filter(({ license }) => !isAllowed(license))
    .map(({ name, version, license }) => {
      const allowed = 'one of the list in release/src/licences.ts';
      return `${name} ${version} has the licence ${license === '' ? '(none)' : license}; expected ${allowed}`;
    });
}

function isAllowed(license: string): boolean {
  try {
    return satisfies(license, allowedLicences);
  } catch {
    // It is no SPDX expression.
    return false;
  }
}
