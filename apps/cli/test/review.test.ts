/** Runs the built program as persons who check records would, in the terminal. */
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptRows, person, reviewPlace, startReview } from './review-program.ts';
import { runBuilt } from './run-built.ts';

const place = reviewPlace();

/** Records go by id, so that two persons look at the same. */
async function inTerminal(code: string, ...lines: string[]): Promise<{ text: string; exit_code: number | null }> {
  const child = startReview(place, [...person(code), '--plain', '--order', 'id']);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [exit_code] = (await once(child, 'close')) as [number | null];
  return { text, exit_code };
}

describe('a review in the terminal', () => {
  it('keeps each mark, takes one back, and goes on where it ended', async () => {
    const { text, exit_code } = await inTerminal('R01', 'r', 'w', 'Other words', 'The page says so.', 'c', 'u', 'q');
    expect(exit_code).toBe(0);
    expect(keptRows(place)).toEqual(['GX-0001 description wrong', 'GX-0001 title right']);
    expect(text).toContain('2 of 504 fields are marked, 0 of 12 records are finished.');
    const again = await inTerminal('R01', 'j', 'q');
    expect(again.text).toMatch(/Start \(start\)[^>]*> \nEnd \(end\)/);
    expect(again.text).not.toContain('Title (title)');
  });

  it('shows sources, definitions, what is allowed and what the coders wrote', async () => {
    const { text } = await inTerminal('R01', 'q');
    expect(text).toContain('S-0001: Sina News · 17名高级洋警官济南“受训” · Chinese · A copy · http://');
    expect(text).toContain('no archived copy');
    expect(text).toContain('Short title in English, made for this dataset.');
  });

  it('says what does not fit and asks again', async () => {
    const { text } = await inTerminal('R01', 'j', 'j', 'w', '2006-13-45', 'So it is.', 'x', 'w', '2007', '', 'q');
    expect(text).toContain('start cannot be "2006-13-45"; expected a date');
    expect(text).toContain('reason is null; expected the reason, with the source.');
    expect(keptRows(place)).toEqual([]);
  });

  it.each([
    [
      ['--reviewer', 'Smith', '--date', '2026-12-01'],
      '--reviewer is "Smith"; allowed is R and two or three digits, such as R01; never a name.',
    ],
    [['--reviewer', 'R01'], '--date is nothing; allowed is the date of the review, such as 2026-12-01.'],
    [[...person('R01'), '--records-of', 'codings'], '--records-of is "codings"; allowed is one of programs, sources,'],
  ])('refuses %j', async (args, sentence) => {
    const { stderr, exit_code } = await runBuilt(['review', 'data', ...args], {}, { folder: place.root });
    expect(exit_code).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

describe('the reviews of two persons', () => {
  const run = (...args: string[]) => runBuilt(args, {}, { folder: place.root });
  const accept = (...args: string[]) => run('review', 'accept', 'GX-0001', ...args, '--dataset', 'data');

  it('are compared, and what they agree on is accepted', async () => {
    cpSync(join(place.root, 'data'), join(place.root, 'before'), { recursive: true });
    await inTerminal('R01', 'w', 'A better title', 'S-0001 has it.', 'r', 'q');
    await inTerminal('R02', 'w', 'A better title', 'S-0001 has it.', 'w', 'Other words', 'S-0001 has them.', 'q');
    const status = JSON.parse((await run('review', 'status', 'data', '--format', 'json')).stdout) as {
      pairs: object[];
      disagreements: { field: string }[];
      corrections: { field: string }[];
    };
    expect(status.pairs).toEqual([{ reviewers: ['R01', 'R02'], fields: 2, agreeing: 1 }]);
    expect(status.disagreements.map(({ field }) => field)).toEqual(['description']);
    expect(status.corrections.map(({ field }) => field)).toEqual(['title']);

    expect((await accept()).stderr).toContain('corrections.csv is not there; --corrections names the file');
    writeFileSync(join(place.root, 'corrections.csv'), 'table,record,field,reason\n');
    mkdirSync(join(place.root, '.changeset'));
    writeFileSync(join(place.root, '.changeset/config.json'), '{}');
    expect((await accept('description')).stderr).toContain('Persons disagree about description of GX-0001');
    expect((await accept('--dry-run')).stdout).toContain('Would write');
    expect(readFileSync(join(place.root, 'corrections.csv'), 'utf8')).toBe('table,record,field,reason\n');
    expect((await accept()).exit_code).toBe(0);
    expect(readFileSync(join(place.root, 'corrections.csv'), 'utf8')).toBe(
      'table,record,field,reason\nprograms,GX-0001,title,"S-0001 has it. (R01, R02)"\n',
    );
    expect(readFileSync(join(place.root, '.changeset/review-gx-0001-title.md'), 'utf8')).toContain('A better title');
    const { stdout } = await run('dataset', 'diff', 'before', 'data', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      corrected: [{ record: 'GX-0001', field: 'title', new: 'A better title' }],
    });
    expect((await accept()).stderr).toContain('No review calls a field of GX-0001 wrong so that it can be accepted');
  }, 60_000);
});
