import { statisticNames } from '@govexport/router';
import { describe, expect, it, vi } from 'vitest';
import { createApp } from '../src/app.ts';
import { Problem } from '../src/problems/problem.ts';
import { ask, askOf, dataset } from './app.ts';

const long = 'x'.repeat(100_000);

describe('an error', () => {
  it.each([
    ['/v1/statistics/trend?from=abc', 400, 'from is "abc"; allowed is a whole number from 1900 to 2100.'],
    ['/v1/statistics/trend?from=2020&to=2007', 400, 'from is 2020; allowed is a year that is not after “to”.'],
    [
      '/v1/statistics/trend?from=2007&from=2008',
      400,
      'from is [2007,2008]; allowed is a whole number from 1900 to 2100.',
    ],
    [
      '/v1/statistics/share?attribute=fame',
      400,
      'attribute is "fame"; allowed is one of security_related, technology_component, equipment_transfer.',
    ],
    ['/v1/statistics/average', 404, `statistic is "average"; allowed is one of ${statisticNames.join(', ')}.`],
    ['/v1/programs?limit=501', 400, 'limit is 501; allowed is a whole number from 1 to 500.'],
    [
      '/v1/programs?cursor=GX-0999',
      400,
      'cursor is "GX-0999"; allowed is the next_cursor of an answer to the same filter, search and sort of the same dataset.',
    ],
    ['/v1/programs/GX-9999', 404, 'id is "GX-9999"; allowed is the id of a program, such as GX-0001.'],
    ['/v1/sources/constructor', 404, 'id is "constructor"; allowed is the id of a source, such as S-0001.'],
    ['/v1/meta?x=1', 400, 'x is not an input; allowed is no input at all.'],
    ['/v2/meta', 404, 'There is no address "/v2/meta".'],
    ['/problems/constructor', 404, 'There is no address "/problems/constructor".'],
  ])('of %s is a problem with one sentence', async (path, status, detail) => {
    const answer = await ask(path);
    const problem = Problem.parse(JSON.parse(answer.text));
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ status, detail, type: `/problems/${problem.code}` });
    expect(answer.status).toBe(status);
  });

  it('names every input that is wrong', async () => {
    const { text } = await ask('/v1/statistics/trend?from=1&countries=KZ,CN&level=2&nothing=1');
    const { errors } = Problem.parse(JSON.parse(text));
    expect(errors.map(({ field }) => field).sort()).toEqual(['countries.1', 'from', 'level', 'nothing']);
  });

  it('names every input of an address that takes none', async () => {
    const { text } = await ask('/v1/meta?a=1&b=2&__proto__=3');
    expect(Problem.parse(JSON.parse(text)).errors.map(({ field }) => field)).toEqual(['a', 'b', '__proto__']);
  });

  it.each(['/', '/v1/statistics', '/v1/statistics/trend', '/v1/programs', '/openapi.json', '/healthz'])(
    'refuses POST to %s',
    async (path) => {
      const { status, headers, text } = await ask(path, { method: 'POST', body: '{}' });
      expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(Problem.parse(JSON.parse(text)).code).toBe('method-not-allowed');
    },
  );

  it('tells an unknown address those there are', async () => {
    const [issue] = Problem.parse(JSON.parse((await ask('/v1/metadata')).text)).errors;
    expect(issue?.expected.split(', ')).toEqual(expect.arrayContaining(['/v1/meta', '/v1/programs/{id}', '/healthz']));
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s and tells what is allowed', async (method) => {
    const { status, headers, text } = await ask('/v1/programs/GX-0001', { method });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(Problem.parse(JSON.parse(text)).detail).toBe(
      `The method ${method} is not allowed; allowed are GET and HEAD.`,
    );
  });

  it.each([
    '/v1/programs/%ff%fe',
    '/v1/programs/%00',
    '/v1/programs/..%2f..%2fetc%2fpasswd',
    '/v1/statistics/trend?from=%',
    '/v1/statistics/trend?from=%00',
    '/v1/statistics/trend?__proto__=1&constructor=2&hasOwnProperty=3',
    '/v1/statistics/__proto__',
    '/v1/programs/GX-0001?id=GX-0002',
    '/v1/programs/GX-0001%00',
    `/v1/statistics/trend?${long}=1`,
    `/v1/statistics/trend?countries=${long}`,
    `/v1/programs/${long}`,
    '/v1/statistics/trend?%E0%A4%A=1',
    '/v1/statistics/trend?countries[]=KZ',
    '/v1/statistics/trend?level=1e999',
    '/trpc/statistics.trend?input=%7B%22__proto__%22%3A1%7D',
    '/trpc/statistics.trend?batch=1&input=[]',
    '/trpc/',
  ])('of %.60s is a refusal and never a failure', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\.ts:\d|\.js:\d/);
  });

  it('of our own making is hidden from the client and told to the operator', async () => {
    const told = vi.fn();
    const broken = { ...dataset, programs: null } as unknown as typeof dataset;
    const { status, text, headers } = await askOf(
      createApp({ dataset: broken }, { report: told }),
      '/v1/statistics/overview',
    );
    expect([status, Problem.parse(JSON.parse(text)).code]).toEqual([500, 'internal']);
    expect(text).not.toMatch(/null|TypeError|stack/);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.any(Error), headers.get('x-request-id'));
  });
});
