import type { Dataset } from '@govexport/schema';
import { BrokenArchive, readPlace, type PlaceFiles } from '../places/read-place.ts';
import { checksumFindings } from './checksum-findings.ts';
import { contentFindings } from './content-findings.ts';
import { csvFindings } from './csv-findings.ts';
import { aboutFile, checkNames, type CheckName, type CheckOutcome, type VerifyFinding } from './finding.ts';
import { packageDataset } from './package-dataset.ts';
import { publishedAnswers, statisticsFindings, type Recompute } from './statistics-findings.ts';

/** What a check of a package found. */
export interface Verification {
  readonly place: string;
  /** The dataset of the package; null where its records are not valid. */
  readonly dataset: { readonly name: string; readonly version: string; readonly sha256: string } | null;
  /** Every check with how many files, records, values, rows or statistics it looked at; 0 where it could not be made. */
  readonly checks: readonly { readonly check: CheckName; readonly checked: number; readonly findings: number }[];
  readonly findings: readonly VerifyFinding[];
}

/**
 * Checks whether a package is what was published: checksums, the records against the schema, the hash of their content,
 * the CSV made anew and compared row by row, and the published statistics computed anew.
 *
 * @param place - folder of the package, its tarball or the ZIP of its files
 * @param recompute - computes the answers of all statistics with default inputs
 * @throws PlaceError where the place is missing or is no package
 * @example
 * const { findings } = await verifyDataset('csv', () => Promise.resolve({}))
 * findings[0].file // => 'SHA256SUMS'
 */
export async function verifyDataset(place: string, recompute: Recompute): Promise<Verification> {
  try {
    return await verifyFiles(place, readPlace(place), recompute);
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error;
    const whole = aboutFile('checksums', place, ['altered: it cannot be unpacked', 'the archive as it was published']);
    return verification(place, null, { checksums: { checked: 0, findings: [whole] } });
  }
}

async function verifyFiles(place: string, files: PlaceFiles, recompute: Recompute): Promise<Verification> {
  const checksums = checksumFindings(files);
  const { dataset, problems } = packageDataset(files);
  const schema = {
    checked: recordsOf(dataset),
    findings: problems.map((one) => ({ check: 'schema' as const, ...one })),
  };
  if (dataset === null) return verification(place, null, { checksums, schema });
  const altered = new Set(checksums.findings.map(({ file }) => file));
  const published = publishedAnswers(files);
  return verification(place, dataset, {
    checksums,
    schema,
    content: contentFindings(dataset, files, published),
    csv: csvFindings(dataset, files, altered),
    statistics: await statisticsFindings(dataset, published, recompute),
  });
}

function recordsOf(dataset: Dataset | null): number {
  return Object.values(dataset ?? {}).reduce((sum, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0);
}

function verification(
  place: string,
  dataset: Dataset | null,
  outcomes: Partial<Record<CheckName, CheckOutcome>>,
): Verification {
  const made = checkNames.map((check) => ({ check, ...(outcomes[check] ?? { checked: 0, findings: [] }) }));
  const found = made.flatMap(({ findings }) => findings);
  return {
    place,
    dataset: dataset && { name: dataset.meta.name, version: dataset.meta.version, sha256: dataset.sha256 },
    checks: made.map(({ check, checked, findings }) => ({ check, checked, findings: findings.length })),
    findings: found.filter((one) => !saidBetter(one, found)),
  };
}

/** That a file is altered needs no word of its own where another finding says what in it is; it may name the line. */
function saidBetter({ check, file }: VerifyFinding, found: readonly VerifyFinding[]): boolean {
  const better = found.filter((other) => other.check !== 'checksums');
  return check === 'checksums' && better.some((other) => other.file.replace(/:\d+$/, '') === file);
}
