import { readFileSync } from 'node:fs';
import { tables } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { publicAddresses } from '../src/addresses/index-page.ts';
import { largestBatch } from '../src/answers/answer-trpc.ts';
import { policies } from '../src/answers/policy.ts';
import { largestBody, longestAddress } from '../src/limits/request-limits.ts';
import { settingsTable } from '@govexport/http/node';
import { problemKinds } from '@govexport/router';
import { Environment } from '../src/settings/environment.ts';
import { ask } from './app.ts';

const files = ['../../../docs/api.md', '../README.md'] as const;
const [manual, readme] = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')) as [string, string];

/** Every address of the server that a text shows, without its origin. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/http:\/\/127\.0\.0\.1:8787(\/[^\s'"`]*)/g)].map(([, address = '']) => address);
}

const examples = [...new Set([...addressesIn(manual), ...addressesIn(readme)])];
const plain = tables.map(({ name }) => name).filter((name) => name !== 'programs' && name !== 'sources');
const ofPlainTable = new RegExp(`^/v1/(${plain.join('|')})(/facets$|/.*)?$`);

/** The manual shows an address that every table has once. */
function generalAddress(_: string, __: string, rest: string | undefined): string {
  return `/v1/{table}${rest === undefined || rest === '/facets' ? (rest ?? '') : '/{key}'}`;
}

const refused = '/v1/statistics/trend?from=abc';

describe('the documentation', () => {
  it.each(examples.filter((address) => address !== refused))('shows %s, which answers', async (address) => {
    expect([200, 302]).toContain((await ask(address)).status);
  });

  it('shows an error as the API answers it', async () => {
    const { text } = await ask(refused, { headers: { 'x-request-id': 'example' } });
    const problem = JSON.parse(text) as { detail: string };
    const block =
      manual
        .split('```json\n')
        .map((part) => part.split('```')[0] ?? '')
        .at(1) ?? '';
    expect(JSON.parse(block)).toEqual(problem);
    expect(examples).toContain(refused);
    expect(readme).toContain(`# 400: ${problem.detail}`);
  });

  it('names every kind of problem with its status', () => {
    const rows = [...manual.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) /gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(rows).toEqual(Object.entries(problemKinds).map(([code, { status }]) => [code, status]));
  });

  it('names every setting, its meaning and what holds where it is not given', () => {
    const [, table = ''] = manual.split(/<!-- \/?settings -->/);
    const rows = table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(settingsTable(Environment));
  });

  it('states the limits that hold', () => {
    for (const limit of [longestAddress, largestBody, largestBatch])
      expect(manual).toMatch(new RegExp(`\\| ${limit}\\b`));
    for (const policy of Object.values(policies)) expect(manual).toContain(`\`${policy}\``);
  });

  it('names every address', () => {
    const named = [...manual.matchAll(/^\| `(\/[^`]*)` /gm)].map(([, address]) => address);
    const general = publicAddresses.map((address) =>
      address.replace(/^\/v1\/statistics\/\w+$/, '/v1/statistics/{name}').replace(ofPlainTable, generalAddress),
    );
    expect(named.sort()).toEqual([...new Set(['/', ...general])].sort());
  });
});
