import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { verifyDataset, type Verification } from '@govexport/dataset/maintain';
import type { Table } from '@govexport/router';
import { publishedStatistics } from '@govexport/router/node';
import { formatProblem } from '@govexport/schema';
import { FileFailure } from '../file-failure.ts';
import { plain, type Shown } from '../shown.ts';
import { onFiles } from './perform.ts';
import { problemTable } from './problem-table.ts';
import { textTable } from './text-table.ts';

/** Checks whether a package is what was published. */
export const verify = onFiles(async ({ places, progress }) => {
  const place = places['place'] ?? installedPackage();
  progress(`Checking ${place} …`);
  const found = await verifyDataset(place, publishedStatistics);
  return { answer: found, shown: shownOf(found), exit_code: found.findings.length === 0 ? 0 : 1 };
});

function installedPackage(): string {
  try {
    return dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@govexport/dataset/package.json'));
  } catch {
    throw new FileFailure(
      'The package @govexport/dataset is not installed in the working directory; expected a PLACE: its folder, a .tgz or a .zip.',
    );
  }
}

function shownOf(found: Verification): Shown {
  const { place, dataset, findings } = found;
  const name = dataset === null ? place : `${place}, ${dataset.name} ${dataset.version},`;
  const checks = plain(checkTable(found));
  if (findings.length === 0) return { finding: `${name} is what was published.`, tables: [checks] };
  const rows = findings.map((one) => ({ sentence: `${formatProblem(one)}.` }));
  const naming = { name: 'findings', title: 'Findings' };
  const text = textTable({ ...naming, labels: { sentence: 'What is not as it was published' }, rows });
  const count = findings.length === 1 ? 'one finding' : `${findings.length} findings`;
  return {
    finding: `${name} is not what was published: ${count}.`,
    tables: [{ data: { ...problemTable(findings), ...naming }, text, layout: 'rows' }, checks],
  };
}

function checkTable({ checks }: Verification): Table {
  const table = textTable({ name: 'checks', title: 'Checks', labels: { check: 'Check' }, rows: checks });
  const counts = [
    { key: 'checked', label: 'Looked at', kind: 'count' as const },
    { key: 'findings', label: 'Findings', kind: 'count' as const },
  ];
  return { ...table, columns: [...table.columns, ...counts] };
}
