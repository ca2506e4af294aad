import { loadDataset } from '@govexport/dataset';
import { tables } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../src/index.ts';
import { publishedChanges } from '../src/node.ts';
import { amendmentsOf, codingRounds, supportOf } from '../src/records/provenance.ts';
import { problem } from './problem.ts';

const dataset = loadDataset();
const { releases } = publishedChanges();
const caller = createCaller({ dataset, releases: () => releases });

const coding = { program: 'GX-0001', coder_record: null, round: 2 } as const;

describe('the codings of a program', () => {
  it('tells in which fields the coders of a round differ, with the value of the record', () => {
    const rows = [
      { ...coding, coder: 'I', field: 'frame', value: 'sco' },
      { ...coding, coder: 'I', field: 'trainees', value: 'officials' },
      { ...coding, coder: 'J', field: 'frame', value: null },
      { ...coding, coder: 'J', field: 'trainees', value: 'officials' },
      { ...coding, coder: 'J', field: 'trainees', value: 'mixed', program: 'GX-0002' },
    ] as const;
    expect(codingRounds(rows, { id: 'GX-0001', frame: 'multilateral' })).toEqual([
      {
        ...{ round: 2, coders: ['I', 'J'], fields: 2, agreed: 1 },
        differing: [
          {
            field: 'frame',
            values: [
              { coder: 'I', value: 'sco' },
              { coder: 'J', value: null },
            ],
            record: 'multilateral',
          },
        ],
      },
    ]);
  });

  it('compares nothing where a round had one coder', () => {
    const rows = [{ ...coding, coder: 'I', field: 'frame', value: 'sco' }] as const;
    expect(codingRounds(rows, { id: 'GX-0001', frame: null })).toEqual([
      { round: 2, coders: ['I'], fields: 0, agreed: 0, differing: [] },
    ]);
  });

  it('stand on the record for every coding of the dataset', async () => {
    const rounds = await Promise.all(dataset.programs.map(async ({ id }) => (await caller.provenance({ id })).codings));
    const counted = new Set(dataset.codings.map(({ program, round, coder }) => `${program} ${round} ${coder}`));
    expect(rounds.flat().flatMap(({ coders }) => coders)).toHaveLength(counted.size);
  });
});

describe('the amendments of a record', () => {
  it('are every correction of the history, each with its reason', async () => {
    const ids = [...new Set(releases.flatMap(({ corrected }) => corrected.map(({ record }) => record)))];
    const live = ids.filter((id) => /^[A-Z]+-\d+$/.test(id));
    const found = await Promise.all(live.map(async (id) => (await caller.provenance({ id })).amendments ?? []));
    expect(found.flat()).toHaveLength(
      releases.flatMap(({ corrected }) => corrected.filter(({ record }) => live.includes(record))).length,
    );
    expect(found.flat().filter(({ reason }) => reason === null)).toEqual([]);
  });

  it('are those of its own table', () => {
    expect(amendmentsOf(releases, 'programs', 'GX-0002').map(({ field }) => field)).toContain('participants.value');
    expect(amendmentsOf(releases, 'sources', 'GX-0002')).toEqual([]);
  });

  it('are null where the history is not at hand', async () => {
    expect((await createCaller({ dataset }).provenance({ id: 'GX-0002' })).amendments).toBeNull();
  });
});

describe('what a record rests on', () => {
  const source = dataset.sources[0];
  const sources = [
    { ...source, id: 'S-0001', is_copy: false, access: 'stored copy' },
    { ...source, id: 'S-0002', is_copy: true, access: 'live page' },
    { ...source, id: 'S-0003', is_copy: false, access: 'dataset row' },
  ];
  const small = { ...dataset, sources } as typeof dataset;
  const restsOn = (ids: readonly string[]) => supportOf(small, { sources: ids })[0]?.rests_on;

  it('is the best of its sources', () => {
    expect(restsOn(['S-0003', 'S-0002', 'S-0001'])).toBe('original');
    expect(restsOn(['S-0003', 'S-0002'])).toBe('copy');
    expect(restsOn(['S-0003'])).toBe('dataset row');
  });

  it('is told part by part where the record says which source carries what', () => {
    const field_sources = { dates: ['S-0002'], host: ['S-0001', 'S-0002'], participants: [] };
    expect(supportOf(small, { sources: ['S-0001', 'S-0002'], field_sources })).toEqual([
      { part: 'dates', rests_on: 'copy', sources: ['S-0002'] },
      { part: 'host', rests_on: 'original', sources: ['S-0001', 'S-0002'] },
    ]);
  });
});

describe('the procedure', () => {
  it('answers for a record of every table that has ids, and for what was merged into it', async () => {
    const withIds = tables.filter(({ name, key }) => key.join() === 'id' && name !== 'aliases' && name !== 'withdrawn');
    const firsts = withIds.flatMap(({ name }) => (dataset[name] as readonly { id: string }[])[0]?.id ?? []);
    const found = await Promise.all(firsts.map(async (id) => (await caller.provenance({ id })).table));
    expect(found).toEqual(withIds.map(({ name }) => name));
    const [alias] = dataset.aliases;
    expect((await caller.provenance({ id: alias?.id ?? '' })).id).toBe(alias?.merged_into);
  });

  it('refuses an id that no record has, and says what became of one that was withdrawn', async () => {
    const refused = await problem(caller.provenance({ id: 'GX-9999' }));
    expect(refused.detail).toContain('GX-9999');
    const [withdrawn] = dataset.withdrawn;
    expect((await problem(caller.provenance({ id: withdrawn?.id ?? '' }))).detail).toContain(
      'was withdrawn in version',
    );
  });
});

describe('how far persons have checked a record', () => {
  const review = { reviewer: 'R01', record: 'GX-0001', reason: null, reviewed: '2026-12-01', version: '2.0.0' };
  const reviews = [
    { ...review, field: 'sector', verdict: 'right', seen: '"police"', right_value: null },
    { ...review, field: 'year', verdict: 'wrong', seen: '2006', right_value: '2007' },
    { ...review, field: 'frame', verdict: 'right', seen: '"bilateral"', right_value: null },
  ] as (typeof dataset)['reviews'];
  const of = async (id: string) =>
    (await createCaller({ dataset: { ...dataset, reviews } }).provenance({ id })).checked;

  it('counts what they said of present values', async () => {
    expect(await of('GX-0001')).toMatchObject({ persons: 1, confirmed: 1, wrong: ['year'], cannot_tell: 0 });
    expect(await of('GX-0002')).toMatchObject({ persons: 0, confirmed: 0, share: 0 });
  });

  it('is null in a table that they do not check', async () => {
    expect(await of('LE-001')).toBeNull();
  });
});
