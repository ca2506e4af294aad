import type { Problem } from '@govexport/schema';

/** The parts of a check of a package, in order. */
export const checkNames = ['checksums', 'schema', 'content', 'csv', 'statistics', 'release', 'signature'] as const;

/** A part of a check of a package. */
export type CheckName = (typeof checkNames)[number];

/** Something in a package that is not as it was published: the file, the record and the field where they are known. */
export interface VerifyFinding extends Problem {
  readonly check: CheckName;
}

/** How much a check has looked at, and what it found. */
export interface CheckOutcome {
  /** Files, records, rows or statistics; 0 where the check could not be made. */
  readonly checked: number;
  readonly findings: readonly VerifyFinding[];
  /** Why nothing was looked at, where it is nothing. */
  readonly unchecked?: string;
}

/** A finding about a file as a whole. */
export function aboutFile(check: CheckName, file: string, [value, expected]: readonly [string, string]): VerifyFinding {
  return { check, file, record: null, field: '', value, expected };
}
