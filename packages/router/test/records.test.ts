import { loadDataset } from '@govexport/dataset';
import { tables, termsOf, type TableName } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { askList, askRecord, createCaller, limits, recordSchemas, type ListAnswer } from '../src/index.ts';
import { problem } from './problem.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });
const names = tables.map(({ name }) => name);

type Row = Readonly<Record<string, unknown>>;

/** Every record of a list, collected page by page, with the number of pages. */
async function collect(name: TableName, input: object, over = caller) {
  const items: Row[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page = (await askList(over, name, { ...input, cursor })) as ListAnswer<'transfers'>;
    items.push(...(page.items as unknown as Row[]));
    cursor = page.next_cursor;
    pages += 1;
  } while (cursor !== null);
  return { items, pages };
}

function rowsOf(name: TableName): readonly Row[] {
  return dataset[name];
}

describe.each(names)('the table %s', (name) => {
  const table = tables.find((one) => one.name === name) ?? tables[0];
  const { record, key } = table;

  it('is listed whole in the order of the dataset, page by page', async () => {
    // A table without records has one page, which is empty.
    const limit = Math.min(limits.page_size, Math.max(1, Math.ceil(rowsOf(name).length / 3)));
    const { items, pages } = await collect(name, { limit, sort: name === 'programs' ? ['id'] : [] });
    expect(items).toEqual(rowsOf(name));
    expect(pages).toBe(Math.max(1, Math.ceil(rowsOf(name).length / limit)));
  });

  it('gives every record once, whatever it is sorted by', async () => {
    const singles = Object.keys(record.shape).filter((field) => typeof rowsOf(name)[0]?.[field] !== 'object');
    for (const field of singles.slice(1, 4)) {
      for (const sort of [field, `-${field}`]) {
        const { items } = await collect(name, { sort: [sort], limit: 500 });
        expect(new Set(items).size).toBe(rowsOf(name).length);
      }
    }
  });

  it('gives each record by its key, with the terms that it stands under', async () => {
    for (const row of new Set([...rowsOf(name).slice(0, 1), ...rowsOf(name).slice(-1)])) {
      const asked = Object.fromEntries(key.map((field) => [field, row[field]]));
      const answer = (await askRecord(caller, name, asked)) as Row;
      expect(answer['record'] ?? answer['program'] ?? answer['source']).toEqual(row);
    }
    const { license: terms } = (await askList(caller, name, { limit: 1 })) as ListAnswer<'transfers'>;
    expect(terms).toEqual(termsOf(table, dataset.meta));
  });

  it('gives the fields that are asked for, in the order of the schema', async () => {
    const fields = Object.keys(record.shape).slice(0, 3);
    const { items } = await collect(name, { fields: [...fields].reverse(), limit: 500 });
    expect(items.length).toBe(rowsOf(name).length);
    for (const item of items) expect(Object.keys(item)).toEqual(fields);
  });

  it('is chosen by each of its fields with fixed values', async () => {
    const shape = recordSchemas[name].list.input.shape as Record<string, unknown>;
    const fields = Object.keys(record.shape).filter((field) => field in shape && field !== 'confidence');
    for (const field of fields) {
      const value = rowsOf(name)
        .flatMap((row) => row[field])
        .find((one) => one !== null) as string | number | boolean | undefined;
      if (value === undefined) continue;
      const asked = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
      const { items } = await collect(name, { [field]: [asked], limit: 500 });
      const expected = rowsOf(name).filter((row) => [row[field]].flat().includes(value));
      expect([field, new Set(items)]).toEqual([field, new Set(expected)]);
    }
  });

  it('refuses a field to show or to sort by that it does not have, with those that it has', async () => {
    const detail = Object.keys(record.shape).join(', ');
    expect((await problem(askList(caller, name, { fields: ['colour'] }))).detail).toBe(
      `fields.0 is "colour"; allowed is one of ${detail}.`,
    );
    expect((await problem(askList(caller, name, { sort: ['colour'] }))).detail).toMatch(
      /^sort\.0 is "colour"; allowed is one of relevance, /,
    );
  });

  it('refuses a key that no record has', async () => {
    const asked = Object.fromEntries(
      key.map((field) => [field, typeof rowsOf(name)[0]?.[field] === 'number' ? 1 : '__proto__']),
    );
    expect(await problem(askRecord(caller, name, asked))).toMatchObject({ code: 'not-found', status: 404 });
  });
});

describe('a cursor', () => {
  it('continues the same list only', async () => {
    const input = { kind: ['vehicles' as const], sort: ['-date' as const], limit: 2 };
    const { next_cursor: cursor } = await caller.transfers.list(input);
    expect(cursor).toMatch(/^[0-9a-f]{8}\.TR-\d+$/);
    const whole = await caller.transfers.list({ ...input, limit: 500 });
    const rest = await caller.transfers.list({ ...input, limit: 5, cursor, total: false });
    expect(rest.items).toEqual(whole.items.slice(2, 7));
    expect(rest.total).toBeNull();
    const sentence = `cursor is "${cursor ?? ''}"; allowed is the next_cursor of an answer to the same filter, search and sort of the same dataset.`;
    const others = [
      { ...input, kind: [] },
      { ...input, sort: ['date' as const] },
      { ...input, q: 'police' },
      { ...input, from: 2001 },
    ];
    for (const other of others) {
      expect(await problem(caller.transfers.list({ ...other, cursor }))).toMatchObject({
        code: 'invalid-cursor',
        status: 400,
        detail: sentence,
      });
    }
    expect((await problem(caller.partnerships.list({ cursor }))).code).toBe('invalid-cursor');
  });

  it('of another version of the data is refused, and one whose record is gone', async () => {
    const { next_cursor: cursor } = await caller.leads.list({ limit: 2 });
    const other = createCaller({ dataset: { ...dataset, sha256: 'f'.repeat(64) } });
    expect((await problem(other.leads.list({ cursor }))).code).toBe('invalid-cursor');
    const gone = (cursor ?? '').replace(/LE-\d+/, 'LE-999');
    expect((await problem(caller.leads.list({ cursor: gone }))).code).toBe('invalid-cursor');
  });

  it('does not depend on the order of the values of a filter', async () => {
    const { next_cursor: one } = await caller.indicators.list({ country: ['KZ', 'KG'], limit: 1 });
    const { next_cursor: same } = await caller.indicators.list({ country: ['KG', 'KZ', 'KG'], limit: 1 });
    expect(one).toMatch(/,KG,/);
    expect(one).toBe(same);
  });
});

describe('the limits', () => {
  it.each([
    [{ q: 'x'.repeat(201) }, /^q is .*; allowed is at most 200 characters with at least one letter or digit\.$/],
    [{ q: '!?' }, /^q is "!\?"; allowed is at most 200 characters with at least one letter or digit\.$/],
    [{ sort: Array(6).fill('id') }, /^sort is .*; allowed is a list of at most 5 fields\.$/],
    [{ topics: Array(61).fill('x') }, /^topics is a list of 61; allowed is a list of at most 60 values\.$/],
    [{ countries: Array(1000).fill('KZ') }, /^countries is a list of 1000; allowed is a list of at most 60 values\.$/],
    [{ cursor: 'x'.repeat(3000) }, /^cursor is .*; allowed is at most 2000 characters\.$/],
    [{ limit: 1e9 }, /^limit is 1000000000; allowed is a whole number from 1 to 500\.$/],
  ])('hold for %j', async (input, detail) => {
    expect((await problem(caller.programs.list(input as never))).detail).toMatch(detail);
  });

  it('stand in the descriptions of the inputs', () => {
    const { shape } = recordSchemas.transfers.list.input;
    const words = Object.values(shape as Record<string, { description?: string }>).map(
      ({ description }) => description,
    );
    for (const limit of [limits.page_size, limits.search_length, limits.list_length, limits.sort_fields]) {
      expect(words.some((description) => description?.includes(String(limit)))).toBe(true);
    }
    expect(words).not.toContain(undefined);
  });
});

describe('sources.list', () => {
  it('is chosen by language, kind of publisher and the tables that cite', async () => {
    const { items } = await caller.sources.list({ language: ['ru', 'zh'], cited_by: ['transfers'], limit: 500 });
    const citing = new Set(dataset.transfers.flatMap(({ sources }) => sources));
    const expected = dataset.sources.filter(({ id, language }) => language !== 'en' && citing.has(id));
    expect(items.map(({ id }) => id)).toEqual(
      expected.filter(({ language }) => language === 'ru' || language === 'zh').map(({ id }) => id),
    );
    expect(items.length).toBeGreaterThan(0);
  });
});

describe('tables.list', () => {
  it('describes every table with its terms and its citation', async () => {
    const { tables: listed } = await caller.tables.list();
    expect(listed.map(({ name, records }) => [name, records])).toEqual(
      names.map((name) => [name, rowsOf(name).length]),
    );
    const indicators = listed.find(({ name }) => name === 'indicators');
    expect(indicators?.license.name).toBe('CC-BY-SA-4.0 AND ODC-By-1.0');
    expect(indicators?.citation).toMatch(/selection indicators, 1684 records.*V-Dem.*AidData/);
    expect(indicators?.fields.map(({ name }) => name)).toEqual(
      Object.keys(tables.find(({ name }) => name === 'indicators')?.record.shape ?? {}),
    );
  });
});
