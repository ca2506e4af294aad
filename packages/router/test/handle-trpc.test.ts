import { statisticNames } from '@govexport/analysis';
import { loadDataset } from '@govexport/dataset';
import { describe, expect, it } from 'vitest';
import { askStatistic, createCaller, handleTrpc, present, problemOf, statisticNamed } from '../src/index.ts';

const dataset = loadDataset();

async function ask(path: string, init: RequestInit = {}) {
  const response = await handleTrpc(new Request(`http://localhost/trpc/${path}`, init), { dataset });
  return { status: response.status, body: await response.json() };
}

const input = (value: unknown): string => `input=${encodeURIComponent(JSON.stringify(value))}`;

describe('handleTrpc', () => {
  it('answers a query', async () => {
    const { status, body } = await ask(`statistics.share?${input({ countries: ['KG'] })}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: { data: { statistic: 'share', input: { countries: ['KG'] } } } });
  });

  it('answers a batch', async () => {
    const { status, body } = await ask(`statistics.overview,programs.get?batch=1&${input({ 1: { id: 'GX-0001' } })}`);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { result: { data: { statistic: 'overview' } } },
      { result: { data: { program: { id: 'GX-0001' } } } },
    ]);
  });

  it.each([
    [`statistics.trend?${input({ from: 'x' })}`, 400, 'invalid-input'],
    [`programs.get?${input({ id: 'GX-9999' })}`, 404, 'not-found'],
    ['statistics.average', 404, 'not-found'],
    ['statistics.trend?input=%7B', 400, 'invalid-input'],
  ])('refuses %s with its problem and no stack', async (path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { data: { httpStatus: status, problem: { code } } } });
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|\.ts:|node_modules/);
  });

  it('tells the operator of an unexpected error, and the client nothing', async () => {
    const told: unknown[] = [];
    const broken = { dataset: { ...dataset, programs: null } as unknown as typeof dataset };
    const request = new Request('http://localhost/trpc/statistics.overview');
    const response = await handleTrpc(request, broken, (error) => told.push(error));
    expect([response.status, told.length]).toEqual([500, 1]);
    expect(await response.text()).not.toMatch(/null \(|TypeError/);
  });

  it('refuses a mutation', async () => {
    const { status } = await ask('statistics.trend', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(405);
  });
});

describe('a statistic by its name', () => {
  it('is asked and presented without knowing it', async () => {
    const answer = await askStatistic(createCaller({ dataset }), statisticNamed('trend'), { scope: 'article' });
    const { finding, tables, chart } = present(answer, dataset.meta);
    expect(finding).toMatch(/2007–2020/);
    expect(tables.map(({ name }) => name)).toContain(chart?.table);
  });

  it.each(['average', 'constructor', ''])('is refused where the catalogue has no “%s”', (name) => {
    try {
      statisticNamed(name);
      expect.unreachable();
    } catch (error) {
      expect(problemOf(error)).toMatchObject({
        code: 'not-found',
        detail: `statistic is "${name}"; allowed is one of ${statisticNames.join(', ')}.`,
      });
    }
  });

  it('says nothing of an unexpected error', () => {
    expect(problemOf(new Error('a secret place'))).toMatchObject({
      code: 'internal',
      status: 500,
      exit_code: 70,
      detail: 'The request could not be answered because of an error on our side.',
    });
  });
});
