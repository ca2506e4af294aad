import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../src/node.ts';
import { openReviewDesk } from '../src/reviews/review-desk.ts';
import { by, right, session, wrong } from './review-marks.ts';
import { programWith, withFolder } from './small-dataset.ts';

const two = { 'programs/GX-0002.json': programWith({ id: 'GX-0002', title: 'Another' }) };
const textOf = (folder: string, reviewer = 'R01') => readFileSync(join(folder, `reviews/${reviewer}.csv`), 'utf8');

describe('the review desk', () => {
  it('has every mark on the disk before it goes on, in the order of records and fields', () =>
    withFolder({}, (folder) => {
      const desk = openReviewDesk(folder, session);
      desk.mark(right('year'));
      desk.mark(wrong('sector', 'police'));
      desk.mark({ ...right('end'), verdict: 'cannot_tell', reason: 'The page is gone.' });
      expect(textOf(folder).split('\n')).toEqual([
        'reviewer,record,field,verdict,seen,right_value,reason,reviewed,version',
        'R01,GX-0001,end,cannot_tell,"""2014-05-31""",,The page is gone.,2026-12-01,1.0.0',
        'R01,GX-0001,sector,wrong,"""customs""","""police""",S-0001 says so.,2026-12-01,1.0.0',
        'R01,GX-0001,year,right,2014,,,2026-12-01,1.0.0',
        '',
      ]);
      expect(readdirSync(join(folder, 'reviews'))).toEqual(['R01.csv']);
      expect(readDataset(folder).reviews).toHaveLength(3);
    }));

  it('goes on where it ended', () =>
    withFolder(two, (folder) => {
      const first = openReviewDesk(folder, session);
      const [record] = first.records as [(typeof first.records)[number]];
      expect(first.nextField(record)).toBe('title');
      first.mark(right('title'));
      const again = openReviewDesk(folder, session);
      expect(again.nextRecord()?.id).toBe('GX-0001');
      expect(again.nextField(record)).toBe('description');
      expect(again.progress()).toMatchObject({ records: 2, finished: 0, marked: 1 });
    }));

  it('takes marks back one by one, to what stood before', () =>
    withFolder({}, (folder) => {
      const desk = openReviewDesk(folder, session);
      desk.mark(right('sector'));
      const before = textOf(folder);
      desk.mark(wrong('sector', 'police'));
      expect(desk.undo()).toMatchObject({ record: 'GX-0001', field: 'sector' });
      expect(textOf(folder)).toBe(before);
      desk.undo();
      expect(desk.undo()).toBeNull();
      expect(readDataset(folder).reviews).toEqual([]);
    }));

  it('holds on the disk what its marks and undos amount to, whatever they are', () => {
    const mark = fc
      .constantFrom('sector', 'frame', 'format')
      .chain((field) => fc.constantFrom(right(field), wrong(field, 'unknown')));
    fc.assert(
      fc.property(fc.array(fc.option(mark), { maxLength: 12 }), (steps) =>
        withFolder({}, (folder) => {
          const desk = openReviewDesk(folder, session);
          const expected = [new Map<string, string>()];
          for (const step of steps) {
            if (step === null) desk.undo();
            else desk.mark(step);
            const isRepeated = step !== null && expected.at(-1)?.get(step.field) === step.verdict;
            if (step !== null && !isRepeated) expected.push(new Map(expected.at(-1)).set(step.field, step.verdict));
            else if (step === null && expected.length > 1) expected.pop();
          }
          const kept = readDataset(folder).reviews.map(({ field, verdict }) => [field, verdict] as const);
          expect(new Map(kept)).toEqual(expected.at(-1));
        }),
      ),
      { seed: 26, numRuns: 40 },
    );
  });

  it.each<[object, string]>([
    [{ record: 'GX-0009' }, '"GX-0009" is no record that is reviewed here.'],
    [{ field: 'codings' }, '"codings" is no field of a program.'],
    [{ verdict: 'maybe' }, 'verdict is not allowed; expected one of right, wrong, cannot_tell.'],
    [{ right_value: '"milk"' }, 'sector cannot be "milk"; expected one of '],
    [{ right_value: '"customs"' }, 'right_value is "\\"customs\\""; expected another value than seen.'],
    [{ right_value: null }, 'right_value is null; expected the right value as JSON.'],
    [{ right_value: 'police' }, 'right_value is "police"; expected a value as JSON without spaces'],
    [{ reason: null }, 'reason is null; expected the reason, with the source.'],
    [{ reason: 'two\nlines' }, 'reason is not allowed; expected text that is not empty, without line breaks'],
  ])('refuses a mark with %j, and writes nothing', (patch, sentence) =>
    withFolder({}, (folder) => {
      const desk = openReviewDesk(folder, session);
      expect(() => desk.mark({ ...wrong('sector', 'police'), ...patch })).toThrow(sentence);
      expect(existsSync(join(folder, 'reviews'))).toBe(false);
      expect(desk.progress().marked).toBe(0);
    }),
  );

  it('writes over no change of another hand', () =>
    withFolder({}, (folder) => {
      const [one, other] = [openReviewDesk(folder, session), openReviewDesk(folder, session)];
      one.mark(right('sector'));
      expect(() => other.mark(right('frame'))).toThrow('reviews/R01.csv was changed by another program');
      expect(readDataset(folder).reviews.map(({ field }) => field)).toEqual(['sector']);
      expect(other.progress().marked).toBe(0);
    }));

  it('forgets a mark of a value that was changed since', () =>
    withFolder({}, (folder) => {
      openReviewDesk(folder, session).mark(right('sector'));
      writeFileSync(join(folder, 'programs/GX-0001.json'), programWith({ sector: 'health' }));
      const desk = openReviewDesk(folder, session);
      expect(desk.progress().marked).toBe(0);
      desk.mark(right('sector'));
      expect(readDataset(folder).reviews.map(({ seen }) => seen)).toEqual(['"health"']);
    }));

  it('puts what nobody looked at before what another person did', () =>
    withFolder(two, (folder) => {
      by(folder, 'R02').mark(right('sector'));
      expect(openReviewDesk(folder, session).records.map(({ id }) => id)).toEqual(['GX-0002', 'GX-0001']);
      const byId = openReviewDesk(folder, { ...session, order: 'id' });
      expect(byId.records.map(({ id }) => id)).toEqual(['GX-0001', 'GX-0002']);
    }));

  it('leaves the whole former file where it is killed between two marks', () =>
    withFolder({}, (folder) => {
      const program = `
        import { openReviewDesk } from '@govexport/dataset/maintain';
        const desk = openReviewDesk(${JSON.stringify(folder)}, ${JSON.stringify(session)});
        for (const field of ['sector', 'frame']) desk.mark({ ...${JSON.stringify(right(''))}, field });
        process.kill(process.pid, 'SIGKILL');`;
      const home = join(import.meta.dirname, '..');
      expect(() => execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: home })).toThrow();
      expect(readDataset(folder).reviews.map(({ field }) => field)).toEqual(['frame', 'sector']);
    }));
});
