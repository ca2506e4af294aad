import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset, Problem } from '@govexport/schema';
import { validateFolder } from '../validation/validate-folder.ts';
import { BrokenArchive, readLocation, type LocationFiles } from '../locations/read-location.ts';
import { checksumFindings } from './checksum-findings.ts';
import { contentFindings } from './content-findings.ts';
import { csvFindings } from './csv-findings.ts';
import { aboutFile, checkNames, type CheckName, type CheckOutcome, type VerifyFinding } from './finding.ts';
import { packageDataset } from './package-dataset.ts';
import { loadedFindings } from './loaded-findings.ts';
import { releaseFindings, type Registered } from './release-findings.ts';
import { signatureFindings, type Keys } from './signature-findings.ts';
import { publishedAnswers, statisticsFindings, type Answers, type Recompute } from './statistics-findings.ts';

/** A part of a check of a package. */
export interface Check {
  readonly check: CheckName;
  /** How many files, records, values, rows, statistics or signatures it looked at; 0 where it could not be made. */
  readonly checked: number;
  readonly findings: number;
  /** Why it could not be made; null where it was. */
  readonly unchecked: string | null;
}

/** What is known of releases beside the package that is checked. */
export interface Known {
  /** The hashes of published files by version; not given: no version is known. */
  readonly registered?: Registered;
  /** The public keys of those who sign releases; not given: none is known. */
  readonly keys?: Keys;
}

/** What a check of a package found. */
export interface Verification {
  readonly location: string;
  /** Whether the location says what was published; a folder of records does not, and is only checked for itself. */
  readonly published: boolean;
  /** The dataset of the location; null where its records are not valid. */
  readonly dataset: { readonly name: string; readonly version: string; readonly sha256: string } | null;
  readonly checks: readonly Check[];
  readonly findings: readonly VerifyFinding[];
}

/**
 * Checks whether a package is what was published: checksums, the records against the schema, the hash of their content,
 * the CSV made anew and compared row by row, the published statistics computed anew, every file against the register
 * of a version that is known, and the signatures of its checksums. A folder of records, which holds nothing of all that
 * but the records, is checked against the schema.
 *
 * @param location - folder of the package, its tarball or the ZIP of its files; or a folder of records
 * @param recompute - computes the answers of all statistics with default inputs
 * @param known - what is known of releases
 * @throws LocationError where the location is missing or is no package
 * @example
 * const { findings } = await verifyDataset('csv', () => Promise.resolve({}))
 * findings[0].file // => 'SHA256SUMS'
 */
export async function verifyDataset(location: string, recompute: Recompute, known: Known = {}): Promise<Verification> {
  if (existsSync(join(location, 'dataset.json'))) return verifyFolder(location);
  try {
    const files = await readLocation(location);
    return await verifyFiles(location, files, { recompute, ...known });
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error;
    const whole = aboutFile('checksums', location, [
      'altered: it cannot be unpacked',
      'the archive as it was published',
    ]);
    return verification(location, null, { checksums: { checked: 0, findings: [whole] } });
  }
}

function verifyFolder(folder: string): Verification {
  const { dataset, problems, counts } = validateFolder(folder);
  const checked = counts.reduce((sum, { records }) => sum + records, 0);
  const schema = { checked, findings: schemaFindings(problems) };
  return { ...verification(folder, dataset, { schema }), published: false };
}

/**
 * Checks whether a dataset that a program carries with it is what was published: the records against the schema, the
 * hash of their content, and the published statistics computed anew.
 *
 * @param published - the answers that were published with the dataset
 * @param recompute - computes the answers of all statistics with default inputs
 * @example
 * typeof verifyLoaded // => 'function'
 */
export async function verifyLoaded(dataset: Dataset, published: Answers, recompute: Recompute): Promise<Verification> {
  const { checked, problems, content } = loadedFindings(dataset, published);
  const schema = { checked, findings: schemaFindings(problems) };
  const location = `${dataset.meta.name} ${dataset.meta.version}`;
  if (problems.length > 0) return verification(location, null, { schema });
  const statistics = await statisticsFindings(dataset, published, recompute);
  return verification(location, dataset, { schema, content, statistics });
}

function schemaFindings(problems: readonly Problem[]): VerifyFinding[] {
  return problems.map((one) => ({ check: 'schema' as const, ...one }));
}

interface Given extends Known {
  readonly recompute: Recompute;
}

async function verifyFiles(
  location: string,
  files: LocationFiles,
  { recompute, registered = {}, keys = { texts: [], required: false } }: Given,
): Promise<Verification> {
  const checksums = checksumFindings(files);
  const signature = signatureFindings(files, keys);
  const { dataset, problems } = packageDataset(files);
  const schema = { checked: recordsOf(dataset), findings: schemaFindings(problems) };
  if (dataset === null) return verification(location, null, { checksums, schema, signature });
  const altered = new Set(checksums.findings.map(({ file }) => file));
  const published = publishedAnswers(files);
  return verification(location, dataset, {
    checksums,
    schema,
    content: contentFindings(dataset, files, published),
    csv: csvFindings(dataset, files, altered),
    statistics: await statisticsFindings(dataset, published, recompute),
    release: releaseFindings(files, dataset.meta.version, registered),
    signature,
  });
}

function recordsOf(dataset: Dataset | null): number {
  return Object.values(dataset ?? {}).reduce((sum, rows) => sum + (Array.isArray(rows) ? rows.length : 0), 0);
}

function verification(
  location: string,
  dataset: Pick<Dataset, 'meta' | 'sha256'> | null,
  outcomes: Partial<Record<CheckName, CheckOutcome>>,
): Verification {
  const made = checkNames.map((check) => ({ check, ...(outcomes[check] ?? { checked: 0, findings: [] }) }));
  const found = made.flatMap(({ findings }) => findings);
  return {
    location,
    published: true,
    dataset: dataset && { name: dataset.meta.name, version: dataset.meta.version, sha256: dataset.sha256 },
    checks: made.map(({ check, checked, findings, unchecked }) => ({
      ...{ check, checked, findings: findings.length },
      unchecked: checked > 0 ? null : (unchecked ?? notThere[check]),
    })),
    findings: found.filter((one) => !saidBetter(one, found)),
  };
}

/** Why a check looks at nothing that says no reason of its own. */
const notThere: Readonly<Record<CheckName, string>> = {
  checksums: 'there is no list of checksums that can be read',
  schema: 'there are no records',
  content: 'there are no published hashes to compare with',
  csv: 'there is no published CSV to compare with',
  statistics: 'there are no published statistics to compare with',
  release: 'this program has no register of that version',
  signature: 'there is nothing that could be signed',
};

/** The less a check says of what in a file is altered, the higher. */
const rank = { schema: 0, content: 0, csv: 0, statistics: 0, signature: 0, checksums: 1, release: 2 } as const;

/** That a file is altered needs no word of its own where another finding says what in it is; it may name the line. */
function saidBetter({ check, file }: VerifyFinding, found: readonly VerifyFinding[]): boolean {
  return found.some((other) => rank[other.check] < rank[check] && other.file.replace(/:\d+$/, '') === file);
}
