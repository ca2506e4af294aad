import type { Dataset } from '@govexport/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EngineError, loadClickhouse, openClickhouse, type ClickhouseEngine } from '../../src/engines/clickhouse.ts';
import { everything, type Query } from '../../src/query/query.ts';
import { published } from '../datasets.ts';
import { decimalQuestions, everyText, hostileDataset, hostileQuestions, hostileTexts } from '../queries/hostile.ts';
import { naiveEngine } from '../queries/naive-engine.ts';
import { questions, sortedAnswer } from '../queries/questions.ts';
import { hasClickhouse, startShards, type Shards } from './clickhouse-shards.ts';
import { answersOf } from './statistics.ts';

const total: Query = { kind: 'count', table: 'programs', where: everything, by: {} };
const whole = [[{ by: {}, count: published.programs.length }]];

function inShards(): void {
  let shards: Shards;
  const engines: ClickhouseEngine[] = [];
  const opened = async (...given: Parameters<typeof openClickhouse>): Promise<ClickhouseEngine> => {
    const engine = await openClickhouse(...given);
    engines.push(engine);
    return engine;
  };
  beforeAll(async () => {
    shards = await startShards();
  });
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await shards.stop();
  });

  it('says where nothing is loaded', async () => {
    await expect(openClickhouse(shards.address('default'))).rejects.toThrow(
      /^No dataset is loaded in the database default/,
    );
  });

  it('holds every record once, and is safe to load again', async () => {
    const address = shards.address('published');
    const { records, repeated } = await loadClickhouse(address, published);
    expect([records.programs, records.sources, repeated]).toEqual([
      published.programs.length,
      published.sources.length,
      false,
    ]);
    expect((await loadClickhouse(address, published)).repeated).toBe(true);
    const engine = await opened(address);
    expect(engine.meta).toEqual(published.meta);
    expect(await engine.ask([total])).toEqual(whole);
  });

  it('answers random questions as a plain loop over the records does, on three shards and on one server', async () => {
    const naive = naiveEngine(published);
    await loadClickhouse(shards.single('alone'), published);
    const asked = [await opened(shards.address('published')), await opened(shards.single('alone'))];
    const property = fc.asyncProperty(questions(published), async (query) => {
      const [expected] = naive.ask([query]);
      for (const engine of asked) {
        const [answer] = await engine.ask([query]);
        expect(sortedAnswer(query, answer)).toEqual(sortedAnswer(query, expected));
      }
    });
    await fc.assert(property, { seed: 20221124, numRuns: 200 });
  });

  it('gives each statistic byte by byte as memory does', async () => {
    for (const { name, found, expected } of await answersOf(await opened(shards.address('published')))) {
      expect(`${name} ${found}`).toBe(`${name} ${expected}`);
    }
  });

  it('tells numbers that are not whole as they are', async () => {
    const expected = naiveEngine(published).ask(decimalQuestions);
    const found = await (await opened(shards.address('published'))).ask(decimalQuestions);
    decimalQuestions.forEach((query, index) => {
      expect(sortedAnswer(query, found[index])).toEqual(sortedAnswer(query, expected[index]));
    });
  });

  it('finds 200 hostile texts as what they are, as values and as content', async () => {
    await loadClickhouse(shards.address('hostile'), hostileDataset);
    const asked = [everyText, ...hostileTexts.flatMap(hostileQuestions)];
    const expected = naiveEngine(hostileDataset).ask(asked);
    const found = await (await opened(shards.address('hostile'), { timeLimit: 100_000 })).ask(asked);
    asked.forEach((query, index) => {
      expect([query, sortedAnswer(query, found[index])]).toEqual([query, sortedAnswer(query, expected[index])]);
    });
  });

  it('reads one dataset until another is whole, and goes on reading it where it is open', async () => {
    const address = shards.address('versions');
    const next = { ...published, sha256: 'f'.repeat(64), programs: published.programs.slice(1) };
    await loadClickhouse(address, published);
    const before = await opened(address);
    function* broken(): Iterable<Dataset['programs'][number]> {
      yield* published.programs.slice(0, 5);
      throw new Error('the file ends');
    }
    await expect(loadClickhouse(address, { ...next, programs: broken() })).rejects.toThrow('the file ends');
    expect((await opened(address)).sha256).toBe(published.sha256);
    expect((await loadClickhouse(address, next)).repeated).toBe(false);
    expect(await (await opened(address)).ask([total])).toEqual([[{ by: {}, count: next.programs.length }]]);
    expect(await before.ask([total])).toEqual(whole);
  });

  /** Every pair, triple ... of topics: more than can be counted in the time. */
  const endless: Query = {
    kind: 'count',
    table: 'programs',
    where: everything,
    by: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`topic_${index}`, { each: 'topics' }])),
  };

  it('stops what nobody waits for and what takes too long', async () => {
    const engine = await opened(shards.address('published'), { timeLimit: 200 });
    await expect(engine.ask([endless])).rejects.toThrow(
      new EngineError('The answer took longer than 0.2 s and was stopped.'),
    );
    const stop = new AbortController();
    const asked = engine.ask([endless], stop.signal);
    setTimeout(() => stop.abort(new Error('left')), 50);
    await expect(asked).rejects.toThrow('left');
    expect(await engine.ask([total])).toEqual(whole);
  });

  it('tells a lost shard in one sentence, also during a question, and never a number', async () => {
    const engine = await opened(shards.address('published'));
    const sentence = /^ClickHouse at http:\S+ cannot answer: [^\n]+$/;
    shards.freeze(2);
    const asked = engine.ask([total]);
    setTimeout(() => void shards.kill(2), 300);
    await expect(asked).rejects.toThrow(sentence);
    await expect(engine.ask([total])).rejects.toThrow(sentence);
    await expect(loadClickhouse(shards.address('published'), published)).rejects.toThrow(sentence);
    await shards.kill(0);
    await expect(engine.ask([total])).rejects.toThrow(sentence);
  });
}

if (hasClickhouse) describe('ClickHouse on three shards', inShards);
else console.log('ClickHouse: no server is installed here, so that no question was asked of three shards');

describe('an address of ClickHouse', () => {
  it.each([
    ['clickhouse://host', 'The address of ClickHouse cannot be read'],
    ['http://host/database', 'The address of ClickHouse cannot be read'],
    ['clickhouse://ho st/database', 'The address of ClickHouse cannot be read'],
    ['clickhouse://one,two/database', 'An address of several servers names their cluster'],
    ['clickhouse://one/database?shards=3', 'has no “shards”; allowed: cluster, secure'],
    ['clickhouse://127.0.0.1:1/database', 'ClickHouse at http://127.0.0.1:1 cannot answer: '],
  ])('that leads nowhere is refused: %s', async (address, message) => {
    await expect(openClickhouse(address)).rejects.toThrow(message);
  });

  it('needs a client, and says which', async () => {
    vi.doMock('@clickhouse/client', () => {
      throw new Error('not found');
    });
    await expect(openClickhouse('clickhouse://one/database')).rejects.toThrow(
      new EngineError('The client of ClickHouse is not installed: npm i @clickhouse/client'),
    );
    vi.doUnmock('@clickhouse/client');
  });
});
