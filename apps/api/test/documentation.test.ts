import { readFileSync } from 'node:fs';
import { problemKinds } from '@govexport/router';
import { describe, expect, it } from 'vitest';
import { publicAddresses } from '../src/addresses/index-page.ts';
import { ask } from './app.ts';

const files = ['../../../docs/api.md', '../README.md'] as const;
const [manual, readme] = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')) as [string, string];

/** Every address of the server that a text shows, without its origin. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/http:\/\/127\.0\.0\.1:8787(\/[^\s'"`]*)/g)].map(([, address = '']) => address);
}

const examples = [...new Set([...addressesIn(manual), ...addressesIn(readme)])];
const refused = '/v1/statistics/trend?from=abc';

describe('the documentation', () => {
  it.each(examples.filter((address) => address !== refused))('shows %s, which answers', async (address) => {
    expect((await ask(address)).status).toBe(200);
  });

  it('shows an error as the API answers it', async () => {
    const { text } = await ask(refused);
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

  it('names every address', () => {
    const named = [...manual.matchAll(/^\| `(\/[^`]*)` /gm)].map(([, address]) => address);
    const general = publicAddresses.map((address) =>
      address.replace(/^\/v1\/statistics\/\w+$/, '/v1/statistics/{name}'),
    );
    expect(named.sort()).toEqual([...new Set(['/', ...general])].sort());
  });
});
