import { compareReviews, type OpenField, type ReviewComparison } from '@govexport/dataset/maintain';
import { plain, textTable, type ViewTable } from '@govexport/router';
import { showText } from '@govexport/schema';
import type { Done, Task } from '../../commands/command.ts';
import { openAnyDataset } from '../../start/open-any-dataset.ts';
import { folderOf, onFiles } from '../perform.ts';

/** What persons found, side by side. */
export const reviewStatus = onFiles(async (task: Task): Promise<Done> => {
  const compared = compareReviews(await openAnyDataset(folderOf(task)));
  const { reviewers, disagreements, corrections, records } = compared;
  const checked = records.filter(({ is_checked }) => is_checked).length;
  const headline =
    reviewers.length === 0
      ? 'No person has reviewed a record.'
      : `${counted(reviewers.length, 'person', 'persons')} looked at ${counted(records.length, 'record', 'records')}, ${checked} of them whole and without a wrong value; ${counted(disagreements.length, 'open disagreement', 'open disagreements')}, ${counted(corrections.length, 'correction', 'corrections')} to accept.`;
  return {
    answer: compared,
    shown: {
      headline,
      tables: [
        personTable(compared),
        pairTable(compared),
        openTable('disagreements', compared),
        openTable('corrections', compared),
        recordTable(compared),
      ],
    },
    exit_code: 0,
  };
});

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function personTable({ reviewers }: ReviewComparison): ViewTable {
  const labels = {
    reviewer: 'Person',
    records: 'Records',
    confirmed: 'Right',
    wrong: 'Wrong',
    cannot_tell: 'Cannot tell',
    outdated: 'Changed since',
  };
  return plain(textTable({ name: 'reviewers', title: 'Persons', labels, rows: reviewers.map(texts) }));
}

function pairTable({ pairs }: ReviewComparison): ViewTable {
  const rows = pairs.map(({ reviewers, fields, agreeing }) => ({
    reviewers: reviewers.join(' '),
    ...{ fields: String(fields), agreeing: String(agreeing) },
    share: fields === 0 ? '' : `${((100 * agreeing) / fields).toFixed(1)}%`,
  }));
  const labels = { reviewers: 'Persons', fields: 'Fields of both', agreeing: 'Same value', share: 'Share' };
  return plain(textTable({ name: 'agreement', title: 'Agreement', labels, rows }));
}

const titles = { disagreements: 'Open disagreements', corrections: 'Corrections to accept' } as const;

function openTable(name: keyof typeof titles, compared: ReviewComparison): ViewTable {
  const rows = compared[name].flatMap(({ record, field, now, said }: OpenField) =>
    said.map(({ reviewer, value, reason }) => ({
      ...{ record, field },
      now: showText(now),
      ...{ reviewer, value: showText(value), reason: reason ?? '' },
    })),
  );
  const labels = {
    ...{ record: 'Record', field: 'Field', now: 'Value now' },
    ...{ reviewer: 'Person', value: 'Says', reason: 'Why' },
  };
  return plain(textTable({ name, title: titles[name], labels, rows }));
}

function recordTable({ records }: ReviewComparison): ViewTable {
  const rows = records.map(({ record, persons, fields, confirmed, wrong, cannot_tell, is_checked }) =>
    texts({
      ...{ record, persons, confirmed, wrong: wrong.length, cannot_tell },
      ...{ unchecked: fields - confirmed - wrong.length - cannot_tell, is_checked: is_checked ? 'yes' : 'no' },
    }),
  );
  const labels = {
    ...{ record: 'Record', persons: 'Persons', confirmed: 'Right', wrong: 'Wrong', cannot_tell: 'Cannot tell' },
    ...{ unchecked: 'Not looked at', is_checked: 'Checked' },
  };
  return plain(textTable({ name: 'records', title: 'Records', labels, rows }));
}

function texts(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
}
