import { pathOf, tables, type Dataset, type Problem, type RecordFile, type TableName } from '@govexport/schema';
import { assembleDataset } from '../assemble-dataset.ts';
import { DatasetError } from '../dataset-error.ts';
import { claimFindings, identityClaims, type Claim } from './content-findings.ts';
import type { CheckOutcome } from './finding.ts';
import type { Answers } from './statistics-findings.ts';

/** What a check of a dataset in memory found, but for its statistics. */
interface LoadedFindings {
  /** Number of records. */
  readonly checked: number;
  readonly problems: readonly Problem[];
  readonly content: CheckOutcome;
}

/** Checks records in memory as those of a folder are checked, and compares their hash with every one that is claimed. */
export function loadedFindings(dataset: Dataset, published: Answers): LoadedFindings {
  const rows = tables.map((table): [TableName, RecordFile[]] => [
    table.name,
    dataset[table.name].map((value) => ({ file: pathOf(table), value })),
  ]);
  const checked = rows.reduce((sum, [, records]) => sum + records.length, 0);
  try {
    const records = Object.fromEntries(rows) as Record<TableName, RecordFile[]>;
    const made = assembleDataset('the dataset', { meta: { file: 'dataset.json', value: dataset.meta }, ...records });
    const claims: Claim[] = [{ file: 'the loaded dataset', field: 'sha256', value: dataset.sha256 }];
    const all = [...claims, ...identityClaims(published)];
    return {
      checked,
      problems: [],
      content: { checked: all.length, findings: claimFindings(made, all, 'its content') },
    };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return { checked, problems: error.problems, content: { checked: 0, findings: [] } };
  }
}
