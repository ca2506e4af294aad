import { describe, expect, test } from 'vitest';
import { commentExamples, readmeExamples, runExample } from './run-example.ts';

describe('examples in comments', () => {
  const { files, code } = commentExamples();

  test('are found', () => {
    expect(files).toEqual([
      'begin/begin-dataset.ts',
      'begin/license-address.ts',
      'begin/short-name.ts',
      'changes/changes-markdown.ts',
      'changes/dataset-content.ts',
      'changes/diff-datasets.ts',
      'changes/id-register.ts',
      'changes/moved-ids.ts',
      'changes/read-version.ts',
      'changes/reasons.ts',
      'changes/release.ts',
      'changes/summary.ts',
      'changes/version-numbers.ts',
      'dataset-error.ts',
      'derived/built-files.ts',
      'derived/derived-files.ts',
      'derived/distributed-files.ts',
      'derived/export-table.ts',
      'duplicates/possible-days.ts',
      'duplicates/possible-duplicates.ts',
      'duplicates/text-similarity.ts',
      'folders/atomic-writes.ts',
      'folders/passed-over.ts',
      'import/header-words.ts',
      'import/import-into.ts',
      'import/left-out.ts',
      'import/mapping.ts',
      'import/sheet/table.ts',
      'import/values/country-names.ts',
      'import/values/excel-serial.ts',
      'import/values/figure.ts',
      'import/values/order-of-slashes.ts',
      'import/values/read-date.ts',
      'import/values/written-date.ts',
      'import/values/yes-no.ts',
      'import/write-dataset.ts',
      'in-ascii.ts',
      'index.ts',
      'links/check-links.ts',
      'links/fetch-page.ts',
      'links/host-turns.ts',
      'links/link-check.ts',
      'links/link-report.ts',
      'links/timemap.ts',
      'location-error.ts',
      'locations/read-location.ts',
      'locations/read-package-dataset.ts',
      'parquet.ts',
      'read-dataset-files.ts',
      'read-dataset.ts',
      'read-json.ts',
      'read-published-file.ts',
      'read-us-trainings.ts',
      'records/add-record.ts',
      'records/draft-record.ts',
      'records/field-text.ts',
      'records/next-id.ts',
      'records/read-issue.ts',
      'reviews/accept-correction.ts',
      'reviews/compare-reviews.ts',
      'reviews/review-desk.ts',
      'reviews/reviewed-records.ts',
      'validation/validate-folder.ts',
      'validation/warnings.ts',
      'verify/minisign.ts',
      'verify/verify-dataset.ts',
      'workbook.ts',
    ]);
  });

  test('check something, and hold', { timeout: 60_000 }, () => {
    for (const block of code.split('{ // ').slice(1)) expect(block).toContain('// => ');
    runExample(code);
  });
});

describe('examples in the README', () => {
  const examples = readmeExamples();

  test('are four', () => {
    expect(examples).toHaveLength(4);
  });

  test.each(examples)('%s', (_, code) => {
    expect(code).toContain('// => ');
    runExample(code);
  });
});
