import { test as base } from '@playwright/test';
import { startSite } from './site-server.ts';

interface Watched {
  /** What the page wrote to the console as an error, and every failure of a script. */
  complaints: string[];
  /** Addresses that the page asked for. */
  requests: string[];
}

/** Follows links to the site, each once however many pages have it. */
interface Followed {
  /** Those of the links that lead nowhere. */
  broken: (links: readonly string[]) => Promise<string[]>;
}

function followed(): Followed {
  const answers = new Map<string, Promise<boolean>>();
  const leads = (link: string): Promise<boolean> => {
    const answer = answers.get(link) ?? fetch(link, { method: 'HEAD' }).then(({ ok }) => ok);
    answers.set(link, answer);
    return answer;
  };
  return {
    broken: async (links) => {
      const found = await Promise.all([...new Set(links)].map(async (link) => ((await leads(link)) ? [] : [link])));
      return found.flat();
    },
  };
}

/** A test with the built site running once for all, whose pages are watched. */
export const test = base.extend<{ watched: Watched }, { origin: string; followed: Followed }>({
  origin: [
    // Playwright reads the names of fixtures from the first parameter, which must be a pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site.origin);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  // eslint-disable-next-line no-empty-pattern
  followed: [({}, use) => use(followed()), { scope: 'worker' }],
  baseURL: async ({ origin }, use) => {
    await use(origin);
  },
  watched: async ({ page }, use) => {
    const watched: Watched = { complaints: [], requests: [] };
    page.on('console', (message) => {
      if (message.type() === 'error') watched.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => watched.complaints.push(error.message));
    page.on('request', (request) => watched.requests.push(request.url()));
    await use(watched);
  },
});

/** A page in which no script runs. */
export const withoutScript = test.extend({ javaScriptEnabled: false });

export { expect } from '@playwright/test';
