import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/find-browser.ts';
import { startSite } from '../e2e/site-server.ts';

// Takes the pictures that are kept with the repository from the built site: those of the README, and the one that
// previews of every page show. Build again after, so that the site holds the new one.
const screens = fileURLToPath(new URL('../../../docs/screens/', import.meta.url));
const socialImage = fileURLToPath(new URL('../static/social.png', import.meta.url));

interface Picture {
  name: string;
  path: string;
  width: number;
  height: number;
  scheme?: 'light' | 'dark';
}

const pictures: readonly Picture[] = [
  { name: 'home', path: '/', width: 1280, height: 1000 },
  { name: 'explore', path: '/explore?domains=security', width: 1280, height: 1000 },
  { name: 'record', path: '/programs/GX-0001', width: 1280, height: 1000 },
  { name: 'statistic', path: '/statistics/share?attribute=security_related', width: 1280, height: 1000 },
  { name: 'explore-dark', path: '/explore?countries=KZ', width: 1280, height: 1000, scheme: 'dark' },
  { name: 'home-narrow', path: '/ru', width: 390, height: 844 },
];

/**
 * Leaves the name of the dataset and the timeline of the home page, at the size of a preview. A number has no place in it:
 * it would travel without its interval, and stay when the records change.
 */
async function drawPreview(page: Page, origin: string) {
  await page.setViewportSize({ width: 1200, height: 630 });
  await page.goto(origin);
  await page.addStyleTag({
    content: `body > :not(main, :has(main)), main > :not(.opening, .timeline), .opening h1, .opening p:not(.kicker), figcaption, .timeline :is(h2, details) { display: none !important }
      .timeline svg { width: 100% !important; height: 400px !important }
      main { max-width: none !important; padding: 40px 64px !important } .opening { display: block !important }
      .opening .kicker { max-width: none; color: var(--ink); font: 600 44px/1.2 var(--serif); letter-spacing: -0.012em; text-transform: none; text-wrap: balance }`,
  });
  await page.screenshot({ path: socialImage });
}

const site = await startSite();
const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  args,
  chromiumSandbox: false,
  env: { ...(process.env as Record<string, string>), ...env },
});
for (const { name, path, width, height, scheme = 'light' } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(site.origin + path);
  await page.screenshot({ path: `${screens}${name}.png` });
  await page.close();
}
// The style sheet of the preview is none of the site's, so that its policy would refuse it.
const preview = await browser.newPage({ bypassCSP: true });
await drawPreview(preview, site.origin);
await browser.close();
await site.stop();
