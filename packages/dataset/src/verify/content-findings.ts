import { inAscii } from '../in-ascii.ts';
import { showValue, type Dataset } from '@govexport/schema';
import type { LocationFiles } from '../locations/read-location.ts';
import { textOf } from './checksum-findings.ts';
import { aboutFile, type CheckOutcome, type VerifyFinding } from './finding.ts';
import { statisticsFile, type Answers } from './statistics-findings.ts';

const bundleFile = 'dist/generated/bundle.js';

/** Compares version and hash of the content with what the package says of them, and with what `loadDataset` gives. */
export function contentFindings(dataset: Dataset, files: LocationFiles, published: Answers | null): CheckOutcome {
  const claims = [...versionClaim(files), ...identityClaims(published)];
  const findings = claimFindings(dataset, claims, 'data/');
  return { checked: claims.length + 1, findings: [...findings, ...bundleFinding(dataset, files)] };
}

/** The claims on version and hash that do not fit the records. */
export function claimFindings({ meta, sha256 }: Dataset, claims: readonly Claim[], records: string): VerifyFinding[] {
  return claims.flatMap(({ file, field, value }): VerifyFinding[] => {
    const found = field === 'version' ? meta.version : sha256;
    const expected = `${showValue(found)}, as ${records} has it`;
    return value === found ? [] : [{ check: 'content', file, record: null, field, value: showValue(value), expected }];
  });
}

/** What a file says of the version or the hash of the content. */
export interface Claim {
  readonly file: string;
  readonly field: 'version' | 'sha256';
  readonly value: unknown;
}

function versionClaim(files: LocationFiles): Claim[] {
  const text = textOf(files, 'package.json');
  if (text === null) return [];
  try {
    const { version } = JSON.parse(text) as { readonly version?: unknown };
    return [{ file: 'package.json', field: 'version', value: version }];
  } catch {
    return [{ file: 'package.json', field: 'version', value: undefined }];
  }
}

/** Every answer names the dataset that it was computed from; the first one speaks for all. */
export function identityClaims(published: Answers | null): Claim[] {
  const [answer] = Object.values(published ?? {});
  const named = answer as { readonly dataset?: { readonly version?: unknown; readonly sha256?: unknown } } | undefined;
  if (named === undefined) return [];
  return (['version', 'sha256'] as const).map((field) => ({
    file: statisticsFile,
    field,
    value: named.dataset?.[field],
  }));
}

/** What the package loads is what its folder holds. */
function bundleFinding(dataset: Dataset, files: LocationFiles): VerifyFinding[] {
  const text = textOf(files, bundleFile);
  // Packages before this one held all parts in one text.
  const written = (part: unknown) => JSON.stringify(inAscii(JSON.stringify(part))).slice(1, -1);
  const whole = Object.values(dataset).every((part) => text?.includes(written(part)));
  if (text === null || whole) return [];
  return [aboutFile('content', bundleFile, ['not what data/ holds', 'the records of data/ as one text'])];
}
