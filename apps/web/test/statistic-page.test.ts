import { askStatistic, createCaller, type StatisticQuestion } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { isRedirect } from '@sveltejs/kit';
import { beforeEach, expect, test, vi } from 'vitest';
import { load } from '../src/routes/statistics/[name]/+page.server.ts';

/** How many statistics were computed. */
const computed = vi.hoisted(() => ({ count: 0 }));

// The environment as a site without settings has it.
vi.mock('$app/env/private', () => ({
  API_ORIGIN: undefined,
  GOVEXPORT_DATASET: undefined,
  ORIGIN: undefined,
  REPORTS: undefined,
  STATIC_SITE: undefined,
}));

vi.mock('../src/lib/server/caller.ts', () => {
  const dataset = openDataset();
  const compute = ({ statistic, input }: StatisticQuestion) => {
    computed.count += 1;
    return askStatistic(createCaller({ dataset }), statistic, input);
  };
  return { dataset, caller: createCaller({ dataset, compute }) };
});

const page = (name: string, query = '') =>
  load({ params: { name }, url: new URL(`https://example.org/statistics/${name}${query}`) } as never);

beforeEach(() => {
  computed.count = 0;
});

test('a page computes its answer once, the height of its chart included', async () => {
  const shown = await page('share', '?attribute=technology_component&recommended_only=true');
  expect(shown).toMatchObject({
    snippets: { command: 'govexport share --recommended-only --attribute technology_component' },
  });
  expect(Object.keys((shown as { frameHeights: object }).frameHeights)).toEqual([
    'share?recommended_only=true&attribute=technology_component',
  ]);
  expect(computed.count).toBe(1);
});

test('an address that is led to a shorter one computes nothing', async () => {
  await expect(page('trend', '?from=2007&to=')).rejects.toSatisfy(isRedirect);
  expect(computed.count).toBe(0);
});
