import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, optionsOf, parametersOf } from './src/cases.ts';
import { writtenInMarkdown, writtenOnPage } from './src/page-numbers.ts';
import { startSite, type Server } from './src/servers.ts';
import { runCli, textOf } from './src/surfaces.ts';

let server: Server | undefined;

beforeAll(async () => {
  server = await startSite();
}, 60_000);

afterAll(() => server?.stop());

/** Without input, and with the filter that leaves fewest programs: there ends have no bound, and nothing is computable. */
const asked = cases.filter(({ input: { minimum_sources, ...others } }) => {
  return minimum_sources === 9 || Object.keys(others).length === 0;
});

describe('the site and the command line write the same number the same way', () => {
  it.for(asked)('$statistic $input', async ({ statistic, input }) => {
    const [page, markdown] = await Promise.all([
      textOf(`${server?.origin ?? ''}/statistics/${statistic}?${parametersOf(input)}`),
      runCli([statistic, ...optionsOf(input), '--format', 'md']),
    ]);
    const written = writtenOnPage(page);
    expect(writtenInMarkdown(markdown)).toEqual(written);
    expect(written.length).toBeGreaterThanOrEqual(Object.keys(input).length === 0 ? 1 : 0);
  });
});
