import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../src/changes/dataset-content.ts';
import { diffDatasets } from '../src/changes/diff-datasets.ts';
import { readCorrections } from '../src/changes/reasons.ts';
import { readDataset } from '../src/node.ts';
import { acceptCorrections, prepareCorrections } from '../src/reviews/accept-correction.ts';
import { compareReviews } from '../src/reviews/compare-reviews.ts';
import { by, right, wrong } from './review-marks.ts';
import { withFolder } from './small-dataset.ts';

describe('reviews side by side', () => {
  it('agree, disagree, and propose corrections', () =>
    withFolder({}, (folder) => {
      const [first, second] = [by(folder, 'R01'), by(folder, 'R02')];
      for (const field of ['title', 'frame']) first.mark(right(field));
      first.mark(wrong('sector', 'police'));
      first.mark(wrong('format', 'degree'));
      for (const field of ['title', 'sector']) second.mark(right(field));
      second.mark(wrong('format', 'degree'));
      second.mark({ ...right('end'), verdict: 'cannot_tell' });
      const compared = compareReviews(readDataset(folder));
      expect(compared.reviewers).toEqual([
        { reviewer: 'R01', records: 1, confirmed: 2, wrong: 2, cannot_tell: 0, outdated: 0 },
        { reviewer: 'R02', records: 1, confirmed: 2, wrong: 1, cannot_tell: 1, outdated: 0 },
      ]);
      expect(compared.pairs).toEqual([{ reviewers: ['R01', 'R02'], fields: 3, agreeing: 2 }]);
      expect(compared.disagreements.map(({ field, said }) => [field, said.map(({ value }) => value)])).toEqual([
        ['sector', ['"police"', '"customs"']],
      ]);
      expect(compared.corrections.map(({ field }) => field)).toEqual(['format']);
      expect(compared.records).toMatchObject([
        { record: 'GX-0001', persons: 2, is_checked: false, wrong: ['sector', 'format'] },
      ]);
    }));
});

describe('an accepted correction', () => {
  const accepted = (folder: string, field?: string, reviewer?: string) => {
    const files = { corrections: join(folder, '../corrections.csv'), changesets: join(folder, '../.changeset') };
    return prepareCorrections(folder, { record: 'GX-0001', field, reviewer, ...files });
  };
  const withHome = (use: (folder: string) => void) =>
    withFolder({}, (outer) => {
      const folder = join(outer, 'data');
      for (const name of ['dataset.json', 'programs/GX-0001.json', 'sources/S-0001.json']) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), readFileSync(join(outer, name)));
      }
      mkdirSync(join(outer, '.changeset'));
      use(folder);
    });

  it('is a value, a reason and a changeset, and the review then confirms it', () =>
    withHome((folder) => {
      by(folder, 'R01').mark(wrong('sector', 'police'));
      by(folder, 'R02').mark(wrong('sector', 'police'));
      const before = readDataset(folder);
      acceptCorrections(accepted(folder, 'sector'));
      const after = readDataset(folder);
      expect(after.programs[0]?.sector).toBe('police');
      const reasons = readCorrections(readFileSync(join(folder, '../corrections.csv'), 'utf8'));
      expect(reasons).toEqual([
        { table: 'programs', record: 'GX-0001', field: 'sector', reason: 'S-0001 says so. (R01, R02)' },
      ]);
      expect(readFileSync(join(folder, '../.changeset/review-gx-0001-sector.md'), 'utf8')).toBe(
        '---\n\'@govexport/dataset\': patch\n---\n\nGX-0001: sector is "police" instead of "customs". S-0001 says so. (R01, R02)\n',
      );
      expect(diffDatasets(contentOf(before), contentOf(after), reasons).corrected).toEqual([
        {
          table: 'programs',
          record: 'GX-0001',
          field: 'sector',
          old: 'customs',
          new: 'police',
          reason: 'S-0001 says so. (R01, R02)',
        },
      ]);
      expect(compareReviews(after)).toMatchObject({ corrections: [], reviewers: [{ confirmed: 1 }, { confirmed: 1 }] });
      expect(() => accepted(folder, 'sector')).toThrow(
        'No review calls sector of GX-0001 wrong so that it can be accepted',
      );
    }));

  it('of fields that hang together is accepted together, and finished by the next run where one was cut off', () =>
    withHome((folder) => {
      by(folder, 'R01').mark(wrong('year', 2015));
      expect(() => accepted(folder)).toThrow(
        'The dataset would not be valid with it: programs/GX-0001.json: year is 2015; expected 2014, the year of start 2014-05-12. Accept or correct them together.',
      );
      by(folder, 'R01').mark(wrong('start', '2015-05-12'));
      by(folder, 'R01').mark(wrong('end', '2015-05-31'));
      const { files } = accepted(folder);
      for (const count of [1, 2, 3]) acceptCorrections({ files: files.slice(0, count) });
      expect(readDataset(folder).programs[0]).toMatchObject({ year: 2015, start: '2015-05-12', end: '2015-05-31' });
      expect(readCorrections(readFileSync(join(folder, '../corrections.csv'), 'utf8'))).toHaveLength(3);
    }));

  const differing = (folder: string) => {
    by(folder, 'R01').mark(wrong('sector', 'police'));
    by(folder, 'R02').mark(right('sector'));
  };

  it.each<[string, (folder: string) => void, string | undefined, string]>([
    ['nobody calls wrong', () => undefined, undefined, 'No review calls sector of GX-0001 wrong'],
    [
      'two persons see differently',
      differing,
      undefined,
      'Persons disagree about sector of GX-0001 (R01: "police"; R02: "customs"); name the one to follow with --reviewer.',
    ],
    [
      'the person finds right',
      differing,
      'R02',
      'R02 finds sector of GX-0001 right as it is; there is nothing to accept.',
    ],
    [
      'the person says nothing of',
      (folder) => by(folder, 'R01').mark(wrong('sector', 'police')),
      'R03',
      '"R03" says nothing of sector of GX-0001; expected one of R01: "police".',
    ],
  ])('is refused where it is what %s', (...[, prepare, reviewer, sentence]) => {
    withHome((folder) => {
      prepare(folder);
      expect(() => accepted(folder, 'sector', reviewer)).toThrow(sentence);
    });
  });
});
