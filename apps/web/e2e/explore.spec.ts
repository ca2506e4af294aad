import { openDataset } from '@govexport/router/node';
import type { Page } from '@playwright/test';
import { expect, test, withoutScript } from './site-test.ts';

const dataset = openDataset();
const total = (page: Page) => page.getByRole('heading', { level: 1 });

withoutScript('programs are chosen by a form, and the address stays short', async ({ page, origin }) => {
  await page.goto('/explore');
  await page.getByRole('spinbutton', { name: 'From' }).fill('2018');
  await page.getByRole('checkbox', { name: 'Uzbekistan' }).check();
  await page.getByRole('button', { name: 'Show programs' }).click();
  await expect(page).toHaveURL(`${origin}/explore?countries=UZ&from=2018`);
  const expected = dataset.programs.filter(({ year, countries }) => year >= 2018 && countries.includes('UZ'));
  await expect(total(page)).toHaveText(`${expected.length} programs fit the choice`);
  await expect(page.locator('tbody tr')).toHaveCount(expected.length);
  await page.getByRole('link', { name: 'Take back: Countries: Uzbekistan' }).click();
  await expect(page).toHaveURL(`${origin}/explore?from=2018`);
});

withoutScript('columns and order are chosen by plain controls', async ({ page, origin }) => {
  await page.goto('/explore?domains=security');
  await page.locator('summary', { hasText: 'Columns' }).click();
  for (const name of ['Countries', 'Confidence']) {
    await page.getByRole('group', { name: 'Columns' }).getByRole('checkbox', { name, exact: true }).uncheck();
  }
  await page.getByRole('group', { name: 'Columns' }).getByRole('checkbox', { name: 'Topics' }).check();
  await page.getByRole('button', { name: 'Show these columns' }).click();
  await expect(page).toHaveURL(`${origin}/explore?domains=security&fields=start,host_institution,domain,topics`);
  await page.getByRole('columnheader', { name: 'Start' }).getByRole('link').click();
  await expect(page.getByRole('columnheader', { name: 'Start' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('columnheader')).toHaveText(['Program', /Start/, 'Host institution', 'Domain', 'Topics']);
  const ids = await page.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id')));
  const starts = ids.map((id) => dataset.programs.find((program) => program.id === id)?.start ?? '');
  expect(starts).toEqual(starts.toSorted().toReversed());
});

withoutScript('pages of the list hold every program once', async ({ page }) => {
  const titles: string[] = [];
  for (let address: string | null = '/explore?limit=30'; address !== null;) {
    await page.goto(address);
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    titles.push(...(await page.getByRole('rowheader').getByRole('link').allTextContents()));
    const next = page.getByRole('link', { name: 'Next page' });
    address = (await next.count()) === 0 ? null : await next.getAttribute('href');
  }
  expect(titles.toSorted()).toEqual(dataset.programs.map(({ title }) => title).toSorted());
});

withoutScript('an empty list says what each choice costs', async ({ page }) => {
  await page.goto('/explore?from=1950&to=1951&domains=security');
  await expect(page.getByRole('heading', { name: 'No program fits all of these choices' })).toBeVisible();
  await expect(page.getByRole('table')).toBeHidden();
  const security = dataset.programs.filter(({ domain, year }) => domain === 'security' && year >= 1950);
  await expect(page.getByRole('link', { name: /^Without “To: 1951”/ })).toContainText(`${security.length} programs`);
  await page.getByRole('link', { name: 'Show all programs' }).click();
  await expect(total(page)).toHaveText(`${dataset.programs.length} programs are in the records`);
});

withoutScript('a search keeps what is chosen, marks what it found and is cited', async ({ page, origin }) => {
  await page.goto('/ru/explore?countries=UZ');
  await page.getByRole('searchbox').fill('polic');
  await page.getByRole('button', { name: 'Найти' }).click();
  await expect(page).toHaveURL(`${origin}/ru/explore?q=polic&countries=UZ`);
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  for (const row of await rows.all()) await expect(row.locator('mark').first()).toHaveText(/polic/i);
  await expect(page.locator('.found [lang]').first()).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('region', { name: 'Ссылка в формате APA' })).toContainText('q=polic');
});

withoutScript('a search in Russian and in Chinese finds programs', async ({ page }) => {
  for (const word of ['полиция', '警察']) {
    await page.goto(`/explore?q=${encodeURIComponent(word)}`);
    await expect(page.locator('tbody tr').first(), word).toBeVisible();
    await expect(page.locator('tbody mark').first(), word).toBeVisible();
  }
});

withoutScript('the selection is taken along as CSV, and the other calls name it', async ({ page, request }) => {
  await page.goto('/explore?countries=KG&domains=security');
  const expected = dataset.programs.filter(
    ({ domain, countries }) => domain === 'security' && countries.includes('KG'),
  );
  const link = page.getByRole('link', { name: `${expected.length} programs as CSV` });
  await expect(link).toHaveAttribute('href', '/explore.csv?countries=KG&domains=security');
  const lines = (await (await request.get((await link.getAttribute('href')) ?? '')).text()).trimEnd().split('\n');
  expect(lines[0]).toMatch(/^id,title,/);
  const taken = lines.slice(1).map((line) => line.slice(0, line.indexOf(',')));
  expect(taken.sort()).toEqual(expected.map(({ id }) => id).sort());
  await expect(page.getByRole('region', { name: 'Command line' })).toContainText(
    'govexport programs list --countries KG --domains security',
  );
  await expect(page.getByRole('link', { name: 'the answer of the API' })).toHaveAttribute(
    'href',
    /\/v1\/programs\?countries=KG&domains=security$/,
  );
});

withoutScript('years, cities and states of the pictures are links', async ({ page, origin }) => {
  await page.goto('/explore');
  await page.locator('.wide rect[data-year="2018"]').first().dispatchEvent('click');
  await expect(page).toHaveURL(`${origin}/explore?from=2018&to=2018`);
  await page.locator('a[data-input="host_cities"][data-value="Beijing"]').dispatchEvent('click');
  await expect(page).toHaveURL(`${origin}/explore?from=2018&to=2018&host_cities=Beijing`);
  await page.locator('a[data-input="countries"][data-value="KZ"]').dispatchEvent('click');
  await expect(page.getByText('Chosen:')).toBeVisible();
});

test('the old address of the list leads here with its choice', async ({ page, origin }) => {
  await page.goto('/zh/programs?countries=UZ');
  await expect(page).toHaveURL(`${origin}/zh/explore?countries=UZ`);
});
