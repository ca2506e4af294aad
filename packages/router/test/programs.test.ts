import { statisticNames } from '@govexport/analysis';
import { loadDataset } from '@govexport/dataset';
import { describe, expect, it } from 'vitest';
import { createCaller } from '../src/index.ts';
import { problem } from './problem.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });

describe('programs.list', () => {
  it('lists every program unless asked otherwise', async () => {
    const { total, items, input, dataset: identity } = await caller.programs.list();
    expect([total, items.length]).toEqual([dataset.programs.length, input.limit]);
    expect(identity).toEqual({ name: 'govexport', version: dataset.meta.version, sha256: dataset.sha256 });
  });

  it('puts unknown values last in both directions', async () => {
    for (const sort of ['host_institution', '-host_institution'] as const) {
      const { items } = await caller.programs.list({ sort: [sort], limit: 500 });
      const known = items.filter(({ host_institution }) => host_institution !== null).length;
      expect(items.slice(known).every(({ host_institution }) => host_institution === null)).toBe(true);
      expect([known > 0, known < items.length]).toEqual([true, true]);
    }
  });

  it('sorts by several fields, values of a vocabulary in its order', async () => {
    const { items } = await caller.programs.list({ sort: ['-confidence', 'year', '-title'], limit: 500 });
    const ranks = { high: 0, medium: 1, low: 2 };
    const expected = [...items].sort(
      (a, b) => ranks[a.confidence] - ranks[b.confidence] || a.year - b.year || (a.title < b.title ? 1 : -1),
    );
    expect(items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('is chosen by fields that the filter of the statistics leaves out', async () => {
    const { items, input } = await caller.programs.list({ security_related: ['unknown', 'yes'], limit: 500 });
    expect(input.security_related).toEqual(['unknown', 'yes']);
    const expected = dataset.programs.filter(({ security_related }) => security_related !== false);
    expect(items.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id));
    const { items: beijing } = await caller.programs.list({ host_cities: ['Beijing'], trainees: ['officials'] });
    expect(beijing.length).toBeGreaterThan(0);
    expect(
      beijing.every((program) => program.host_cities.includes('Beijing') && program.trainees === 'officials'),
    ).toBe(true);
  });

  it('gives an empty page where nothing fits', async () => {
    expect(await caller.programs.list({ from: 1990, to: 1990 })).toMatchObject({
      total: 0,
      next_cursor: null,
      items: [],
    });
  });

  it.each([
    [{ limit: 501 }, 'limit is 501; allowed is a whole number from 1 to 500.'],
    [{ limit: 0 }, 'limit is 0; allowed is a whole number from 1 to 500.'],
    [
      { cursor: 'GX-0999' },
      'cursor is "GX-0999"; allowed is the next_cursor of an answer to the same filter, search and sort of the same dataset.',
    ],
    [{ from: 2020, to: 2007 }, 'from is 2020; allowed is a year that is not after “to”.'],
    [{ countries: ['KZ', 'CN'] }, 'countries.1 is "CN"; allowed is one of KZ, KG, TJ, TM, UZ.'],
    [
      { country: 'KZ' },
      'country is not an input; allowed is one of scope, from, to, countries, domains, sectors, frames, formats, venues, confidence, minimum_sources, recommended_only, checked, year_basis, host_cities, host_province, countries_implied, topics, security_related, technology_component, equipment_transfer, trainees, sources, exclusion_reasons, q, sort, limit, cursor, total, fields.',
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
      const { source, cited_by } = await caller.sources.get({ id });
      expect(source.id).toBe(id);
      expect(cited_by).toContainEqual({ table: 'programs', id: 'GX-0001', title: program.title, date: program.start });
    }
  });

  it('name the records of every table that cite a source', async () => {
    const tables = ['programs', 'transfers', 'adoptions', 'rights_events', 'pledges_and_totals'] as const;
    for (const { id } of dataset.sources) {
      const { cited_by } = await caller.sources.get({ id });
      expect(cited_by.length).toBeGreaterThan(0);
      for (const table of tables) {
        const expected = dataset[table].filter(({ sources }) => sources.includes(id)).map((record) => record.id);
        expect(cited_by.filter((record) => record.table === table).map((record) => record.id)).toEqual(expected);
      }
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
  const transfer = dataset.transfers[0]?.id ?? '';
  const retired = createCaller({
    dataset: {
      ...dataset,
      aliases: [
        { id: 'GX-0901', merged_into: 'GX-0001', version: '1.1.0', reason: 'Two pages told of one course.' },
        { id: 'S-0901', merged_into: 'S-0001', version: '1.1.0', reason: 'One page was listed twice.' },
        { id: 'T-0901', merged_into: transfer, version: '1.1.0', reason: 'Two pages told of one transfer.' },
      ],
      withdrawn: [
        { id: 'GX-0902', table: 'programs', version: '1.2.0', reason: 'No officials took part.' },
        { id: 'T-0902', table: 'transfers', version: '1.2.0', reason: 'Nothing was handed over.' },
      ],
    },
  });

  it('gives the record that it was merged into, and says so', async () => {
    const { alias, ...answer } = await retired.programs.get({ id: 'GX-0901' });
    expect(alias).toEqual({ id: 'GX-0901', version: '1.1.0', reason: 'Two pages told of one course.' });
    const live = await retired.programs.get({ id: 'GX-0001' });
    expect({ ...answer, alias: null }).toEqual(live);
    const source = await retired.sources.get({ id: 'S-0901' });
    expect([source.source.id, source.cited_by.map(({ id }) => id), source.alias?.id]).toEqual([
      'S-0001',
      ['GX-0001'],
      'S-0901',
    ]);
  });

  it('gives the record of any table that it was merged into, and says so', async () => {
    const { alias, ...answer } = await retired.transfers.get({ id: 'T-0901' });
    expect(alias).toEqual({ id: 'T-0901', version: '1.1.0', reason: 'Two pages told of one transfer.' });
    expect({ ...answer, alias: null }).toEqual(await retired.transfers.get({ id: transfer }));
    expect(await retired.aliases.get({ id: 'T-0901' })).toMatchObject({
      record: { merged_into: transfer },
      alias: null,
    });
  });

  it('is cited as the record that it was merged into', async () => {
    for (const [given, live] of [
      ['GX-0901', 'GX-0001'],
      ['T-0901', transfer],
    ] as const) {
      const cited = await retired.citations.record({ id: given, style: 'bibtex' });
      expect(cited).toEqual(await retired.citations.record({ id: live, style: 'bibtex' }));
      expect([cited.address.endsWith(`/${live}`), cited.text.includes(given)]).toEqual([true, false]);
    }
  });

  it('is refused with the reason where a record of any table was withdrawn, also as something to cite', async () => {
    expect(await problem(retired.transfers.get({ id: 'T-0902' }))).toMatchObject({
      status: 404,
      detail: `id is "T-0902"; allowed is the id of a transfer, such as ${transfer}; T-0902 was withdrawn in version 1.2.0: Nothing was handed over.`,
    });
    expect(await problem(retired.citations.record({ id: 'T-0902' }))).toMatchObject({
      status: 404,
      detail:
        'id is "T-0902"; allowed is the id of a record of any table, such as GX-0001; T-0902 was withdrawn in version 1.2.0: Nothing was handed over.',
    });
  });

  it.each([
    ['pledges_and_totals', 'AT-045', 'GX-0054 in the table programs'],
    ['leads', 'LE-019', 'GX-0132 in the table programs'],
    ['sources', 'AT-045', 'GX-0054 in the table programs'],
  ] as const)('in %s, %s is refused with the record to ask for: %s', async (table, id, live) => {
    expect(await problem(caller[table].get({ id }))).toMatchObject({
      status: 404,
      detail: expect.stringContaining(`; ${id} is ${live} since version 2.0.0.`) as string,
    });
  });

  it('of a page that stood twice among the sources gives the one that stayed', async () => {
    const { source, alias } = await caller.sources.get({ id: 'CS-0162' });
    expect([source.id, alias?.id]).toEqual(['S-0066', 'CS-0162']);
  });

  it('is not found in another table', async () => {
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
