import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tables, type Dataset } from '@govexport/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EngineError, openDuckdb, type DuckdbEngine, type TablesOrFiles } from '../../src/engines/duckdb.ts';
import { loadTables } from '../../src/engines/duckdb/tables.ts';
import { everything, type Query } from '../../src/query/query.ts';
import { published } from '../datasets.ts';
import { decimalQuestions, everyText, hostileDataset, hostileQuestions, hostileTexts } from '../queries/hostile.ts';
import { naiveEngine } from '../queries/naive-engine.ts';
import { questions, sortedAnswer } from '../queries/questions.ts';
import { answersOf } from './statistics.ts';

/** A folder whose name DuckDB would read as a pattern. */
const folder = mkdtempSync(join(tmpdir(), "engine's [1]* "));
const open: DuckdbEngine[] = [];
const opened = async (...given: Parameters<typeof openDuckdb>): Promise<DuckdbEngine> => {
  const engine = await openDuckdb(...given);
  open.push(engine);
  return engine;
};
afterAll(() => {
  for (const engine of open) engine.close();
  rmSync(folder, { recursive: true });
});

const [programs] = tables;
const total: Query = { kind: 'count', table: 'programs', where: everything, by: {} };
const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Writes programs as Parquet, with the types that an importer gives them. */
async function writeParquet(name: string, rows: Dataset['programs'], change = '*'): Promise<string> {
  const file = join(folder, `${name}.parquet`);
  const connection = await (await DuckDBInstance.create()).connect();
  await loadTables(connection, [[programs, rows]]);
  const integers = 'SELECT * REPLACE (CAST(year AS INTEGER) AS year, CAST(duration_days AS INTEGER) AS duration_days)';
  const typed = `${integers} FROM programs`;
  await connection.run(`COPY (SELECT ${change} FROM (${typed})) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  connection.closeSync();
  return file;
}

describe('random questions', () => {
  const naive = naiveEngine(published);
  const same = (engine: () => DuckdbEngine) =>
    fc.asyncProperty(questions(published), async (query) => {
      const [[expected], [answer]] = [naive.ask([query]), await engine().ask([query])];
      expect(sortedAnswer(query, answer)).toEqual(sortedAnswer(query, expected));
    });
  let files: TablesOrFiles;
  beforeAll(async () => {
    const sources = join(folder, 'sources.ndjson');
    writeFileSync(sources, lines(published.sources));
    files = { ...published, programs: await writeParquet('programs', published.programs), sources };
  });

  it('have the answers of a plain loop where records are loaded', async () => {
    const engine = await opened(published);
    await fc.assert(
      same(() => engine),
      { seed: 20221124, numRuns: 300 },
    );
  });

  it('have the same answers together as each alone', async () => {
    const engine = await opened(published);
    const property = fc.asyncProperty(
      fc.array(questions(published), { minLength: 2, maxLength: 40 }),
      async (asked) => {
        const queries = asked.concat(asked.map((query) => ({ ...query, where: everything })));
        const [expected, found] = [naive.ask(queries), await engine.ask(queries)];
        queries.forEach((query, index) => {
          expect(sortedAnswer(query, found[index])).toEqual(sortedAnswer(query, expected[index]));
        });
      },
    );
    await fc.assert(property, { seed: 7, numRuns: 20 });
  });

  it('have them where programs are read from Parquet and sources from NDJSON', async () => {
    const engine = await opened(files);
    await fc.assert(
      same(() => engine),
      { seed: 42, numRuns: 150 },
    );
  });
});

describe('statistics', () => {
  it('are the same, byte by byte, as from memory', async () => {
    for (const { name, found, expected } of await answersOf(await opened(published))) {
      expect(`${name} ${found}`).toBe(`${name} ${expected}`);
    }
  });
});

it('numbers that are not whole are what they are', async () => {
  const [expected, found] = [
    naiveEngine(published).ask(decimalQuestions),
    await (await opened(published)).ask(decimalQuestions),
  ];
  decimalQuestions.forEach((query, index) => {
    expect(sortedAnswer(query, found[index])).toEqual(sortedAnswer(query, expected[index]));
  });
});

describe('hostile texts', () => {
  it('are found as what they are, as values and as content', async () => {
    const engine = await opened(hostileDataset);
    const naive = naiveEngine(hostileDataset);
    expect(new Set(hostileTexts).size).toBe(200);
    const asked = [everyText, ...hostileTexts.flatMap(hostileQuestions)];
    const [expected, found] = [naive.ask(asked), await engine.ask(asked)];
    asked.forEach((query, index) => {
      expect(sortedAnswer(query, found[index])).toEqual(sortedAnswer(query, expected[index]));
    });
  });

  it('that are no Unicode are in no record, and no place in an order', async () => {
    const engine = await opened(hostileDataset);
    const key = { field: 'title' } as const;
    expect(await engine.ask([{ ...total, where: { op: 'in', key, values: ['\ud800', '\udc00a'] } }])).toEqual([[]]);
    await expect(engine.ask([{ ...total, where: { op: 'range', key, from: '\ud800', to: null } }])).rejects.toThrow(
      'cannot be compared with a field of type text',
    );
  });

  it.each([
    [{ ...total, table: 'programs" --' }, 'there is no table “programs" --”'],
    [{ ...total, by: { x: { field: 'year" FROM sources --' } } }, 'has no field “year" FROM sources --”'],
    [{ ...total, by: { x: { each: 'sources', through: 'sources.x' } } }, 'has no field “x”'],
    [{ ...total, by: { x: { field: 'topics' } } }, '“topics” of the table programs is a list'],
    [{ ...total, by: { x: { list: 'year' } } }, '“year” of the table programs is no list'],
    [{ ...total, by: { x: { field: 'participants' } } }, 'is a group of fields'],
    [{ ...total, sum: 'title' }, 'cannot be added up'],
  ] satisfies [Query, string][])('name no table or field that the schema has not: %j', async (query, message) => {
    const engine = await opened({});
    await expect(engine.ask([query])).rejects.toThrow(message);
  });
});

describe('questions that are stopped', () => {
  /** Every pair, triple ... of topics: more than can be counted in the time. */
  const endless: Query = {
    kind: 'count',
    table: 'programs',
    where: everything,
    by: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`topic_${index}`, { each: 'topics' }])),
  };

  it('by nobody waiting are interrupted, and the engine goes on', async () => {
    const engine = await opened(published);
    const stop = new AbortController();
    const asked = engine.ask([endless], stop.signal);
    setTimeout(() => stop.abort(new Error('left')), 50);
    await expect(asked).rejects.toThrow('left');
    expect(await engine.ask([total])).toEqual([[{ by: {}, count: published.programs.length }]]);
    await expect(engine.ask([total], stop.signal)).rejects.toThrow('left');
  });

  it('by their time say so', async () => {
    const engine = await opened(published, { timeLimit: 50 });
    await expect(engine.ask([endless])).rejects.toThrow(
      new EngineError('The answer took longer than 0.05 s and was stopped.'),
    );
    expect(await engine.ask([total])).toEqual([[{ by: {}, count: published.programs.length }]]);
  });

  it('by too little memory are an error', async () => {
    const engine = await opened(published, { memory: '40MB', threads: 1 });
    await expect(engine.ask([endless])).rejects.toThrow(/^DuckDB cannot answer: Out of Memory Error: [^\n]*$/);
  });
});

describe('what cannot be read', () => {
  it('is one sentence that names the file', async () => {
    const file = join(folder, 'none.parquet');
    await expect(openDuckdb({ programs: file })).rejects.toThrow(new EngineError(`${file} cannot be read: ENOENT`));
    const text = join(folder, 'text.parquet');
    writeFileSync(text, 'no Parquet');
    await expect(openDuckdb({ programs: text })).rejects.toThrow(/^DuckDB cannot read .*text\.parquet: [^\n]+$/);
    const other = join(folder, 'programs.csv');
    writeFileSync(other, '');
    await expect(openDuckdb({ programs: other })).rejects.toThrow('allowed: a .parquet or .ndjson file');
  });

  it.each([
    ['* EXCLUDE (venue)', 'has no column “venue”'],
    ["* REPLACE ('2014' AS year)", 'the column “year” is VARCHAR; expected: integer'],
    ["* REPLACE ('KZ' AS countries)", 'the column “countries” is VARCHAR; expected: text, a list'],
  ])('is a column that is not as the schema says: %s', async (change, message) => {
    const file = await writeParquet('other', published.programs, change);
    await expect(openDuckdb({ programs: file })).rejects.toThrow(message);
  });

  it('is NDJSON with a value of another type, or without one', async () => {
    const [first] = published.programs;
    const file = join(folder, 'wrong.ndjson');
    writeFileSync(file, lines([{ ...first, year: 'unknown' }]));
    await expect(openDuckdb({ programs: file })).rejects.toThrow(
      /^DuckDB cannot read .*wrong\.ndjson: [^\n]*"unknown"/,
    );
    writeFileSync(file, lines([{ id: 'GX-0001' }]));
    await expect(openDuckdb({ programs: file })).rejects.toThrow(/^DuckDB cannot read .*wrong\.ndjson: [^\n]+$/);
  });

  it('is a file that is lost or replaced while it is asked, never a number', async () => {
    const file = await writeParquet('lost', published.programs);
    const engine = await opened({ programs: file });
    expect(await engine.ask([total])).toEqual([[{ by: {}, count: published.programs.length }]]);
    await writeParquet('lost', published.programs.slice(1));
    await expect(engine.ask([total])).rejects.toThrow(
      new EngineError(`${file} has changed since it was opened; open it again`),
    );
    rmSync(file);
    await expect(engine.ask([total])).rejects.toThrow(new EngineError(`${file} cannot be read: ENOENT`));
  });

  it('is an engine that is closed', async () => {
    const engine = await openDuckdb({});
    engine.close();
    await expect(engine.ask([total])).rejects.toThrow(/^DuckDB is closed: [^\n]+$/);
  });

  it('is a client that is not installed', async () => {
    vi.doMock('@duckdb/node-api', () => {
      throw new Error('not found');
    });
    await expect(openDuckdb({})).rejects.toThrow(
      new EngineError('DuckDB is not installed; this dataset needs it: npm i @duckdb/node-api'),
    );
    vi.doUnmock('@duckdb/node-api');
  });
});

it('asks equal questions once', async () => {
  const engine = await opened(published);
  const [first, second, other] = await engine.ask([total, { ...total }, { ...total, by: { year: { field: 'year' } } }]);
  expect(second).toBe(first);
  expect(other).not.toEqual(first);
});
