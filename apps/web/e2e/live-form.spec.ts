import type { Page } from '@playwright/test';
import { expect, test, withoutScript } from './site-test.ts';

const summary = 'Choose other programs, years or methods';
/** What is told beside the form. */
const told = (page: Page) => page.locator('[data-told]');
const field = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });

/** Every number and word of the answer that a page shows. */
function answerOn(page: Page) {
  return page.evaluate(() => ({
    title: document.title,
    parts: [...document.querySelectorAll<HTMLElement>('[data-fresh]')].map((part) => [
      part.dataset['fresh'],
      part.textContent.replaceAll(/Copy|\s+/g, ' ').trim(),
      [...part.querySelectorAll('data')].map(({ value }) => value),
      [...part.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    ]),
  }));
}

/** Opens the page of a statistic with its form, and marks the page so that a new one would be noticed. */
async function openForm(page: Page, path: string) {
  await page.goto(path);
  await page.getByText(summary).click();
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
}

const isSamePage = (page: Page) => page.evaluate(() => 'isSamePage' in window);

/** A control whose choice changes each statistic, and what the address says then. */
const choices: Record<string, { choose: (page: Page) => Promise<unknown>; query: string }> = {
  trend: {
    query: 'countries=KG',
    choose: (page) => page.getByRole('checkbox', { name: 'Kyrgyzstan' }).check(),
  },
  frequency: { query: 'by=domain', choose: (page) => page.getByLabel('By', { exact: true }).selectOption('Domain') },
  'share?attribute=technology_component': {
    query: 'scope=article&attribute=technology_component',
    choose: (page) => page.getByLabel('Scope').selectOption('article'),
  },
};

for (const [path, { choose, query }] of Object.entries(choices)) {
  test(`a choice of ${path} shows the numbers of its own page`, async ({ page, context, origin }) => {
    await openForm(page, `/statistics/${path}`);
    await choose(page);
    const address = `${origin}/statistics/${path.replace(/\?.*/, '')}?${query}`;
    await expect(page).toHaveURL(address);
    const plain = await context.newPage();
    await plain.goto(address);
    expect(await answerOn(page)).toEqual(await answerOn(plain));
    expect(await isSamePage(page)).toBe(true);
    await expect(told(page)).toHaveText(await plain.getByRole('heading', { level: 1 }).innerText());
  });
}

test('by keyboard, the field keeps the focus and its place, and the next one is typed into at once', async ({
  page,
  origin,
}) => {
  await openForm(page, '/statistics/trend');
  const from = field(page, 'From');
  await from.focus();
  const place = () => page.evaluate(() => Math.round(document.activeElement?.getBoundingClientRect().top ?? 0));
  await page.keyboard.type('2012');
  const before = await place();
  // The answer comes while the next field is being typed into.
  const asked = page.waitForRequest(/from=2012/);
  await page.keyboard.press('Enter');
  await asked;
  await expect(page).toHaveURL(`${origin}/statistics/trend?from=2012`);
  await expect(from).toBeFocused();
  await expect(from).toHaveValue('2012');
  expect(await place()).toBe(before);
  await page.keyboard.press('Tab');
  await page.keyboard.type('2019');
  await expect(field(page, 'To')).toHaveValue('2019');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(`${origin}/statistics/trend?from=2012&to=2019`);
  await expect(told(page)).toContainText('2012–2019');
  expect(await isSamePage(page)).toBe(true);
});

test('going back undoes choices one by one, in the form and in the answer', async ({ page, origin }) => {
  await openForm(page, '/statistics/trend');
  const before = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('checkbox', { name: 'Kyrgyzstan' }).check();
  await expect(page).toHaveURL(`${origin}/statistics/trend?countries=KG`);
  await page.getByLabel('Scope').selectOption('article');
  await expect(page).toHaveURL(/scope=article/);
  await page.goBack();
  await expect(page).toHaveURL(`${origin}/statistics/trend?countries=KG`);
  await expect(page.getByLabel('Scope')).not.toHaveValue('article');
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Kyrgyzstan' })).not.toBeChecked();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before);
  await page.goForward();
  await expect(page.getByRole('checkbox', { name: 'Kyrgyzstan' })).toBeChecked();
  await page.getByRole('link', { name: 'Clear every choice' }).click();
  await expect(page.getByRole('checkbox', { name: 'Kyrgyzstan' })).not.toBeChecked();
  await expect(page).toHaveURL(`${origin}/statistics/trend`);
  await expect(page.getByRole('link', { name: 'Clear every choice' })).toBeFocused();
  expect(await isSamePage(page)).toBe(true);
});

test('a refusal stands beside the form and leaves the answer and its address', async ({ page, origin }) => {
  await openForm(page, '/statistics/trend?to=2015');
  const before = await page.getByRole('heading', { level: 1 }).innerText();
  await field(page, 'From').fill('2019');
  await page.keyboard.press('Tab');
  await expect(told(page)).toContainText('A choice in this address is not possible');
  await expect(told(page)).toContainText('2019');
  await expect(told(page)).toContainText('The page still shows the choice before.');
  await expect(page).toHaveURL(`${origin}/statistics/trend?to=2015`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before);
  await field(page, 'From').fill('2010');
  await page.keyboard.press('Tab');
  await expect(told(page)).toContainText('2010–2015');
  await expect(page).toHaveURL(`${origin}/statistics/trend?from=2010&to=2015`);
});

test('an older choice never overtakes a newer one', async ({ page, origin }) => {
  await openForm(page, '/statistics/trend');
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/countries=KG(?!.*TJ)/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('checkbox', { name: 'Kyrgyzstan' }).check();
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true');
  await page.getByRole('checkbox', { name: 'Tajikistan' }).check();
  await expect(page).toHaveURL(`${origin}/statistics/trend?countries=KG,TJ`);
  letGo();
  await page.goBack();
  await expect(page).toHaveURL(`${origin}/statistics/trend`);
});

test('links to other languages and opened parts follow the choice', async ({ page, origin }) => {
  await openForm(page, '/statistics/trend');
  await page.getByText('Take this chart').first().click();
  await page.getByRole('checkbox', { name: 'Kyrgyzstan' }).check();
  await expect(page).toHaveURL(`${origin}/statistics/trend?countries=KG`);
  await expect(page.locator('details.take')).toHaveAttribute('open', '');
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page).toHaveURL(`${origin}/ru/statistics/trend?countries=KG`);
});

test('where the answer fails, the reader is led to it as by a form', async ({ page, origin }) => {
  await openForm(page, '/statistics/trend');
  await page.route('**/trend?*', (route) =>
    route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  );
  // A click and no more: to look at the box after it would be to look at a page that is being left.
  await page.getByRole('checkbox', { name: 'Kyrgyzstan' }).click();
  await expect(page).toHaveURL(`${origin}/statistics/trend?countries=KG`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await isSamePage(page)).toBe(false);
});

withoutScript('without a script the form leads to the same answer', async ({ page, origin }) => {
  await page.goto('/statistics/trend');
  await page.getByText(summary).click();
  await page.getByRole('checkbox', { name: 'Kyrgyzstan' }).check();
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(page).toHaveURL(`${origin}/statistics/trend?countries=KG`);
  await expect(told(page)).toBeEmpty();
});
