import { statisticNames } from '@govexport/analysis';
import { loadDataset } from '@govexport/dataset';
import { describe, expect, it } from 'vitest';
import { createCaller, largestLimit, problemOf } from '../src/index.ts';
import { sortKeys } from '../src/sort-programs.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });

async function problem(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return problemOf(error);
}

/** Every id of a list, collected page by page. */
async function pages(input: Parameters<typeof caller.programs.list>[0]): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof caller.programs.list>> = await caller.programs.list({ ...input, cursor });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return ids;
}

describe('programs.list', () => {
  it('lists every program unless asked otherwise', async () => {
    const { total, items, input, dataset: identity } = await caller.programs.list();
    expect([total, items.length]).toEqual([dataset.programs.length, input.limit]);
    expect(identity).toEqual({ name: 'govexport', version: dataset.meta.version, sha256: dataset.sha256 });
  });

  it.each(sortKeys)('gives every program once, page by page, sorted by %s', async (sort) => {
    for (const order of ['ascending', 'descending'] as const) {
      const whole = await caller.programs.list({ sort, order, limit: largestLimit });
      expect(await pages({ sort, order, limit: 7 })).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(whole.items.map(({ id }) => id)).size).toBe(dataset.programs.length);
    }
  });

  it('puts unknown values last in both directions', async () => {
    for (const order of ['ascending', 'descending'] as const) {
      const { items } = await caller.programs.list({ sort: 'host_institution', order, limit: largestLimit });
      const known = items.filter(({ host_institution }) => host_institution !== null).length;
      expect(items.slice(known).every(({ host_institution }) => host_institution === null)).toBe(true);
    }
  });

  it('gives an empty page where nothing fits', async () => {
    expect(await caller.programs.list({ from: 1990, to: 1990 })).toMatchObject({
      total: 0,
      next_cursor: null,
      items: [],
    });
  });

  it.each([
    [{ limit: 101 }, 'limit is 101; allowed is a whole number from 1 to 100.'],
    [{ limit: 0 }, 'limit is 0; allowed is a whole number from 1 to 100.'],
    [{ cursor: 'GX-0999' }, 'cursor is "GX-0999"; allowed is the next_cursor of an answer to the same filter.'],
    [{ from: 2020, to: 2007 }, 'from is 2020; allowed is a year that is not after “to”.'],
    [{ countries: ['KZ', 'CN'] }, 'countries.1 is "CN"; allowed is one of KZ, KG, TJ, TM, UZ.'],
    [
      { country: 'KZ' },
      'country is not an input; allowed is one of scope, from, to, countries, domains, sectors, frames, formats, venues, confidence, minimum_sources, recommended_only, sort, order, limit, cursor.',
    ],
  ])('refuses %j', async (input, detail) => {
    expect(await problem(caller.programs.list(input as never))).toMatchObject({ status: 400, exit_code: 2, detail });
  });
});

describe('programs.get and sources.get', () => {
  it('give a record with what it refers to', async () => {
    const { program, sources } = await caller.programs.get({ id: 'GX-0001' });
    expect(sources.map(({ id }) => id)).toEqual(program.sources);
    for (const { id } of sources) {
      const { source, programs } = await caller.sources.get({ id });
      expect(source.id).toBe(id);
      expect(programs.map((cited) => cited.id)).toContain('GX-0001');
    }
  });

  it('refuse an id that no record has', async () => {
    expect(await problem(caller.programs.get({ id: 'GX-9999' }))).toMatchObject({
      code: 'not-found',
      status: 404,
      exit_code: 1,
      detail: 'id is "GX-9999"; allowed is the id of a program, such as GX-0001.',
    });
    expect(await problem(caller.sources.get({ id: '__proto__' }))).toMatchObject({
      detail: 'id is "__proto__"; allowed is the id of a source, such as S-0001.',
    });
    expect(await problem(caller.programs.get({} as never))).toMatchObject({ code: 'invalid-input' });
  });
});

describe('an id that was given up', () => {
  const retired = createCaller({
    dataset: {
      ...dataset,
      aliases: [
        { id: 'GX-0901', merged_into: 'GX-0001', version: '1.1.0', reason: 'Two pages told of one course.' },
        { id: 'S-0901', merged_into: 'S-0001', version: '1.1.0', reason: 'One page was listed twice.' },
      ],
      withdrawn: [{ id: 'GX-0902', table: 'programs', version: '1.2.0', reason: 'No officials took part.' }],
    },
  });

  it('gives the record that it was merged into, and says so', async () => {
    const { alias, ...answer } = await retired.programs.get({ id: 'GX-0901' });
    expect(alias).toEqual({ id: 'GX-0901', version: '1.1.0', reason: 'Two pages told of one course.' });
    const live = await retired.programs.get({ id: 'GX-0001' });
    expect({ ...answer, alias: null }).toEqual(live);
    const source = await retired.sources.get({ id: 'S-0901' });
    expect([source.source.id, source.programs.map(({ id }) => id), source.alias?.id]).toEqual([
      'S-0001',
      ['GX-0001'],
      'S-0901',
    ]);
  });

  it('is not found in another table', async () => {
    expect(await problem(retired.sources.get({ id: 'GX-0901' }))).toMatchObject({
      detail: 'id is "GX-0901"; allowed is the id of a source, such as S-0001.',
    });
    expect(await problem(retired.sources.get({ id: 'GX-0902' }))).toMatchObject({
      detail: 'id is "GX-0902"; allowed is the id of a source, such as S-0001.',
    });
  });

  it('is not found with the reason where its record was withdrawn', async () => {
    expect(await problem(retired.programs.get({ id: 'GX-0902' }))).toMatchObject({
      code: 'not-found',
      status: 404,
      exit_code: 1,
      detail:
        'id is "GX-0902"; allowed is the id of a program, such as GX-0001; GX-0902 was withdrawn in version 1.2.0: No officials took part.',
    });
  });
});

describe('meta', () => {
  it('tells what the dataset says of itself and what can be asked', async () => {
    const meta = await caller.meta();
    expect([meta.programs, meta.sources]).toEqual([dataset.programs.length, dataset.sources.length]);
    expect(meta.meta).toEqual(dataset.meta);
    expect(meta.statistics.map(({ name }) => name)).toEqual(statisticNames);
    for (const { terms } of meta.vocabularies) {
      for (const { label, definition } of terms) expect([label, definition]).not.toContain('');
    }
  });
});
