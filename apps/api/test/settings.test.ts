import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '@govexport/http/node';
import { Environment } from '../src/settings/environment.ts';
import { endAll, start } from './server-process.ts';

afterAll(endAll);

const address = 'an address such as https://data.example.org, without a path';
const networks = 'addresses or networks separated by commas, such as 127.0.0.1, 10.0.0.0/8';

/** A whole number between two others, and what is none. */
function wrongNumbers(least: number, most: number): [string, string][] {
  const allowed = `a whole number from ${least} to ${most}`;
  return [String(least - 1), String(most + 1), 'abc', '1.5', '1e3', '٨'].map((value) => [value, allowed]);
}

/** Wrong values of every variable, each with what is allowed. */
const wrong: Readonly<Record<string, readonly [value: string, allowed: string][]>> = {
  API_PORT: wrongNumbers(1, 65_535),
  HOST: [
    ['a b', 'an address of this machine, such as 127.0.0.1 or 0.0.0.0'],
    ['http://127.0.0.1', 'an address of this machine, such as 127.0.0.1 or 0.0.0.0'],
  ],
  PUBLIC_URL: [
    ['data.example.org', address],
    ['https://data.example.org/', address],
    ['https://data.example.org/api', address],
    ['ftp://data.example.org', address],
    ['javascript:alert(1)', address],
  ],
  LOG_LEVEL: [
    ['loud', 'one of silent, error, warn, info, debug'],
    ['INFO', 'one of silent, error, warn, info, debug'],
  ],
  CACHE_MEGABYTES: wrongNumbers(1, 65_536),
  RATE_LIMIT: wrongNumbers(0, 999_999_999),
  TRUSTED_PROXIES: [
    ['everybody', networks],
    ['10.0.0.0/33', networks],
    ['127.0.0.1,', networks],
    ['::1/129', networks],
  ],
  WORKERS: wrongNumbers(1, 256),
  QUESTIONS_WAITING: wrongNumbers(1, 1_000_000),
  QUESTION_TIMEOUT: wrongNumbers(1, 3_600),
  MAX_HEADER_BYTES: wrongNumbers(1_024, 1_048_576),
  HEADERS_TIMEOUT: wrongNumbers(1, 3_600),
  REQUEST_TIMEOUT: wrongNumbers(1, 3_600),
  KEEP_ALIVE_TIMEOUT: wrongNumbers(1, 3_600),
  GRACE: wrongNumbers(0, 3_600),
};

const cases = Object.entries(wrong).flatMap(([name, values]) =>
  values.map(([value, allowed]) => [name, value, allowed]),
);

/** The sentences with which settings are refused. */
function refusalOf(variables: Record<string, string>): string {
  try {
    readSettings(Environment, variables);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'not refused';
}

describe('a setting', () => {
  it('of every name has wrong values here, but for the folder of a dataset, which is refused when it is read', () => {
    expect([...Object.keys(wrong), 'GOVEXPORT_DATASET'].sort()).toEqual(Object.keys(Environment.shape).sort());
  });

  it.each(cases)('%s is not %j', (name = '', value = '', allowed) => {
    expect(refusalOf({ [name]: value })).toBe(`${name} is ${JSON.stringify(value)}; allowed is ${allowed}.`);
  });

  it('that is empty or blank counts as not given', () => {
    const blank = Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, name === 'HOST' ? '' : '  ']));
    expect(readSettings(Environment, blank)).toEqual(readSettings(Environment, {}));
  });

  it('at its limits is taken', () => {
    const given = { API_PORT: '65535', RATE_LIMIT: '0', GRACE: '0', TRUSTED_PROXIES: '::1, 10.0.0.0/8', HOST: '::' };
    expect(readSettings(Environment, given)).toMatchObject({
      API_PORT: 65_535,
      RATE_LIMIT: 0,
      GRACE: 0,
      TRUSTED_PROXIES: ['::1', '10.0.0.0/8'],
      HOST: '::',
    });
  });

  it('for the headers of a request is not above that for the whole request', () => {
    expect(refusalOf({ HEADERS_TIMEOUT: '60' })).toBe(
      'HEADERS_TIMEOUT is "60"; allowed is at most REQUEST_TIMEOUT, which is 30.',
    );
    expect(refusalOf({ REQUEST_TIMEOUT: '5' })).toBe(
      'REQUEST_TIMEOUT is "5"; allowed is at least HEADERS_TIMEOUT, which is 10.',
    );
    expect(refusalOf({ REQUEST_TIMEOUT: '10' })).toBe('not refused');
  });

  it('that is wrong keeps the server from starting, with one sentence for each', async () => {
    const environment = Object.fromEntries(Object.entries(wrong).map(([name, [first]]) => [name, first?.[0] ?? '']));
    const sentences = Object.entries(wrong).map(
      ([name, [[value, allowed] = ['', '']]]) => `${name} is ${JSON.stringify(value)}; allowed is ${allowed}.\n`,
    );
    const { said, ended } = start(environment);
    expect([await ended, said.stdout, said.stderr]).toEqual([1, '', sentences.join('')]);
  });

  it('for the folder of a dataset names a folder that there is', async () => {
    const { said, ended } = start({ GOVEXPORT_DATASET: '/nowhere/at-all' });
    expect(await ended).toBe(1);
    expect(said.stderr).toContain('/nowhere/at-all');
    expect(said.stderr).not.toMatch(/\n\s+at /);
  });
});
