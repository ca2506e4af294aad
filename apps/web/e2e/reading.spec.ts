import { openDataset } from '@govexport/router/node';
import { expect, test, withoutScript } from './site-test.ts';

const dataset = openDataset();

test('home says what the records show and what they are not', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^In these records, the number of programs rises by [\d.]+% a year, \d{4}–\d{4}$/,
  );
  await expect(page.getByText(dataset.meta.title, { exact: true })).toBeVisible();
  await expect(page.getByText(/^Fitted to the \d+ programs that count in totals: .* 95% interval /)).toBeVisible();
  for (const caution of dataset.meta.cautions) await expect(page.getByText(caution)).toBeVisible();
  // With scripts a chart is a group of marks, one by one within reach; without, it is one picture.
  await expect(page.getByRole('group', { name: 'Programs a year' }).first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Technology component:.*unknown\.$/ })).toBeVisible();
});

withoutScript('without a script a chart is one picture', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('img', { name: 'Programs a year' }).first()).toBeVisible();
});

test('the keyboard reaches the content first', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a record shows what is unknown and leads to its sources', async ({ page }) => {
  await page.goto('/programs/GX-0001');
  await expect(page.locator('[data-field="technology_component"] dd')).toHaveText('unknown');
  await expect(page.locator('[data-field="participants.basis"]')).toContainText('Includes other countries');
  await page.getByRole('region', { name: 'Sources' }).getByRole('link', { name: 'S-0001' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    dataset.sources.find(({ id }) => id === 'S-0001')?.title ?? '',
  );
  await page.getByRole('link', { name: dataset.programs[0]?.title ?? '' }).click();
  await expect(page).toHaveURL(/\/programs\/GX-0001$/);
});

test('a reason against counting a record is told', async ({ page }) => {
  const excluded = dataset.programs.find(({ recommended_for_aggregates: counts }) => !counts);
  await page.goto(`/programs/${excluded?.id ?? ''}`);
  await expect(page.getByRole('heading', { name: 'Left out of totals' })).toBeVisible();
});

test('a missing record is told in plain words', async ({ page }) => {
  const response = await page.goto('/programs/GX-9999');
  expect(response?.status()).toBe(404);
  await expect(page.getByText('"GX-9999"')).toBeVisible();
  await expect(page.getByRole('link', { name: 'All programs' })).toBeVisible();
  expect(await page.content()).not.toMatch(/\bat .*\.js:\d+/);
});

for (const [address, name] of [
  ['/countries/kazakstan', 'Kazakhstan'],
  ['/ru/countries/казакстан', 'Казахстан'],
  ['/zh/吉尔吉斯', '吉尔吉斯斯坦'],
  ['/statistics/trends', 'Is it growing'],
] as const) {
  withoutScript(
    `the page that is missing at ${address} offers what may be meant, and searches for it`,
    async ({ page }) => {
      expect((await page.goto(address))?.status()).toBe(404);
      const main = page.getByRole('main');
      await expect(main.getByRole('listitem').getByRole('link', { name, exact: true })).toBeVisible();
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(/\/search\?q=/);
      await main.getByRole('listitem').getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await page.request.get(page.url())).status()).toBe(200);
    },
  );
}

test('a refused query names field, value and what is allowed', async ({ page }) => {
  const response = await page.goto('/statistics/trend?from=soon&colour=red');
  expect(response?.status()).toBe(400);
  const main = page.getByRole('main');
  await expect(main).toContainText('"soon"');
  await expect(main).toContainText('a whole number from 1900 to 2100');
  await expect(main).toContainText('colour');
  expect(await page.content()).not.toMatch(/\bat .*\.js:\d+/);
});
