import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Unwanted } from '../src/index.ts';
import { Rotation, WorkerPool, type PoolLimits, type Program } from '../src/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'govexport-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a worker of these tests is asked: `forever`, `throw`, `exit`, `number of this worker`, or to say it again. */
type Question = string;

const file = join(folder, 'worker.mjs');
writeFileSync(
  file,
  `import { parentPort, threadId, workerData } from 'node:worker_threads';
parentPort.on('message', (question) => {
  if (question === 'forever') for (;;);
  if (question === 'throw') throw new RangeError('asked to fail');
  if (question === 'exit') process.exit(3);
  parentPort.postMessage(question === 'number of this worker' ? threadId : workerData + question);
});
`,
);

const program: Program<Question, unknown> = {
  file: pathToFileURL(file),
  data: () => 'again: ',
  read: (message) => {
    if (message === 'again: unreadable') throw new Error('read: unreadable');
    return message;
  },
  refuse: (reason, question, { seconds, waiting }) => new Error(`${reason} ${question} ${seconds} ${waiting}`),
};

const pools: WorkerPool<Question, unknown>[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});

function poolOf(limits: Partial<PoolLimits> = {}): WorkerPool<Question, unknown> {
  const pool = new WorkerPool(program, { workers: 1, waiting: 100, seconds: 100, ...limits });
  pools.push(pool);
  return pool;
}

/** What becomes of each of some promises, in the order in which it becomes clear. */
function tellInOrder(promises: Readonly<Record<string, Promise<unknown>>>): string[] {
  const order: string[] = [];
  for (const [name, promise] of Object.entries(promises))
    promise.then(
      () => order.push(name),
      () => order.push(`${name} refused`),
    );
  return order;
}

describe('a pool of workers', () => {
  it('answers every question with what the program says to it', async () => {
    const pool = poolOf({ workers: 3 });
    const questions = Array.from({ length: 50 }, (_, place) => `question ${place}`);
    const answers = await Promise.all(questions.map((question) => pool.ask(question, { client: 'one' })));
    expect(answers).toEqual(questions.map((question) => `again: ${question}`));
    expect(pool.figures()).toEqual({ computed: 0, waiting: 0 });
  });

  it('answers in rotation by client', async () => {
    const pool = poolOf();
    const ask = (client: string, question: string) => pool.ask(question, { client });
    const promises = {
      a1: ask('a', '1'),
      a2: ask('a', '2'),
      a3: ask('a', '3'),
      b1: ask('b', '1'),
      c1: ask('c', '1'),
      b2: ask('b', '2'),
    };
    const order = tellInOrder(promises);
    await Promise.all(Object.values(promises));
    expect(order).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  });

  it('ends a question that takes too long, and answers the next with another worker', async () => {
    const pool = poolOf({ seconds: 0.5 });
    const number = await pool.ask('number of this worker', { client: 'one' });
    const slow = pool.ask('forever', { client: 'one' });
    const next = pool.ask('number of this worker', { client: 'one' });
    await expect(slow).rejects.toThrow('slow forever 0.5 100');
    expect(await next).not.toBe(number);
  });

  it('drops a question that nobody waits for, whether it waits or is computed', async () => {
    const pool = poolOf();
    const [computed, waiting] = [new AbortController(), new AbortController()];
    const ends = [
      pool.ask('forever', { client: 'one', left: computed.signal }),
      pool.ask('forever', { client: 'one', left: waiting.signal }),
    ];
    const next = pool.ask('next', { client: 'one' });
    expect(pool.figures()).toEqual({ computed: 1, waiting: 2 });
    waiting.abort();
    expect(pool.figures()).toEqual({ computed: 1, waiting: 1 });
    computed.abort();
    for (const end of ends) await expect(end).rejects.toThrow(Unwanted);
    expect(await next).toBe('again: next');
    await expect(pool.ask('late', { client: 'one', left: AbortSignal.abort() })).rejects.toThrow(Unwanted);
  });

  it('refuses the newest of the client with the most where too many wait', async () => {
    const pool = poolOf({ waiting: 4 });
    const held = new AbortController();
    const first = pool.ask('forever', { client: 'many', left: held.signal });
    const many = ['1', '2', '3', '4'].map((question) => pool.ask(question, { client: 'many' }));
    const modest = pool.ask('5', { client: 'modest' });
    await expect(many[3]).rejects.toThrow('crowded 4 100 4');
    await expect(pool.ask('6', { client: 'many' })).rejects.toThrow('crowded 6 100 4');
    held.abort();
    await expect(first).rejects.toThrow(Unwanted);
    expect(await Promise.all([modest, ...many.slice(0, 3)])).toEqual(['again: 5', 'again: 1', 'again: 2', 'again: 3']);
  });

  it.each([
    ['throw', 'asked to fail'],
    ['exit', 'The worker has ended before its answer was there.'],
    ['unreadable', 'read: unreadable'],
  ])('passes on how a question fails (%s), and answers the next', async (question, message) => {
    const pool = poolOf();
    const failing = pool.ask(question, { client: 'one' });
    const next = pool.ask('next', { client: 'one' });
    await expect(failing).rejects.toThrow(message);
    expect(await next).toBe('again: next');
  });

  it('leaves no listener behind on a signal that many questions share', async () => {
    const pool = poolOf({ workers: 2 });
    const warnings: string[] = [];
    const take = ({ name }: Error) => warnings.push(name);
    process.on('warning', take);
    const { signal } = new AbortController();
    const questions = Array.from({ length: 60 }, (_, place) => String(place));
    await Promise.all(questions.map((question) => pool.ask(question, { client: 'one', left: signal })));
    process.off('warning', take);
    expect(warnings).toEqual([]);
  });
});

describe('a rotation', () => {
  it('gives each client its turn whatever is added and taken out in between', () => {
    const waiting = new Rotation<string>();
    for (const item of ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']) waiting.add(item.charAt(0), item);
    expect([waiting.next(), waiting.delete('b1'), waiting.delete('b1'), waiting.newestOfMost()]).toEqual([
      'a1',
      true,
      false,
      'a3',
    ]);
    waiting.add('d', 'd1');
    const order = [];
    for (let item = waiting.next(); item !== undefined; item = waiting.next()) order.push(item);
    expect([order, waiting.size, waiting.newestOfMost()]).toEqual([['b2', 'c1', 'a2', 'd1'], 0, undefined]);
  });
});
