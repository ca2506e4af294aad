import { catalogue, present, type StatisticAnswer } from '@govexport/router';
import type { Page } from '@playwright/test';
import { expect, test } from './site-test.ts';

const queries = ['', 'scope=article', 'from=2010&to=2019&countries=KZ,KG&level=0.9', 'from=1950&to=1951'];
const own: Record<string, string[]> = {
  frequency: ['by=country'],
  share: ['attribute=technology_component', 'attribute=equipment_transfer&scope=all'],
  composition: ['dimension=country', 'dimension=topic&scope=all'],
};

/** Every cell of every table of a page; numbers from the value that stands beside the written one. */
async function tablesOf(page: Page): Promise<Record<string, (string | number | null)[][]>> {
  const found = await page.locator('table[data-table]').evaluateAll((tables) =>
    tables.map((table) => ({
      name: table.getAttribute('data-table') ?? '',
      rows: [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('td[data-column]')].map((cell) => {
          const data = cell.querySelector('data');
          if (data === null) return cell.querySelector('[data-raw]')?.getAttribute('data-raw') ?? cell.textContent;
          return data.value === '' ? null : Number(data.value);
        }),
      ),
    })),
  );
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows.filter((row) => row.length > 0)]));
}

for (const name of Object.keys(catalogue)) {
  test(`pages of ${name} hold the numbers of their JSON`, async ({ page, request }) => {
    for (const query of [...queries, ...(own[name] ?? [])]) {
      const response = await request.get(`/statistics/${name}.json?${query}`);
      expect(response.headers()['content-type']).toBe('application/json');
      const answer = (await response.json()) as StatisticAnswer;
      const { finding, tables } = present(answer, { senders: ['CN'] });
      await page.goto(`/statistics/${name}?${query}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(finding);
      await expect(page.getByText(answer.dataset.sha256)).toBeVisible();
      const expected = tables.map(({ name: table, columns, rows }) => [
        table,
        rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
      ]);
      expect(await tablesOf(page), query).toEqual(Object.fromEntries(expected));
    }
  });
}

test('the form of a statistic computes anew', async ({ page, origin }) => {
  await page.goto('/statistics/frequency');
  await page.getByText('Choose other programs').click();
  await page.getByLabel('By', { exact: true }).selectOption('Domain');
  await page.getByRole('button', { name: 'Compute' }).click();
  await expect(page).toHaveURL(`${origin}/statistics/frequency?by=domain`);
  await expect(page.locator('figure .wide text').getByText('Security', { exact: true })).toBeVisible();
});

test('the same call is offered for the other surfaces', async ({ page }) => {
  await page.goto('/statistics/trend?from=2007&countries=KZ,KG');
  await expect(page.getByRole('region', { name: 'Command line' })).toHaveText(
    'govexport trend --from 2007 --countries KZ,KG',
  );
  await expect(page.getByRole('link', { name: 'JSON of this site' })).toHaveAttribute(
    'href',
    '/statistics/trend.json?from=2007&countries=KZ,KG',
  );
});

test('the list gives the answer of each statistic as its page does', async ({ page }) => {
  await page.goto('/statistics');
  const listed = await page.locator('main li').evaluateAll((items) =>
    items.map((item) => ({
      path: item.querySelector('a')?.getAttribute('href') ?? '',
      finding: item.querySelector('.finding')?.textContent ?? '',
    })),
  );
  expect(listed).toHaveLength(Object.keys(catalogue).length);
  for (const { path, finding } of listed) expect(finding, path).not.toBe('');
  for (const path of ['/statistics/trend', '/statistics/coverage', '/statistics/claims']) {
    await page.goto(path);
    const finding = listed.find((one) => one.path === path)?.finding ?? '';
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(finding);
  }
});
