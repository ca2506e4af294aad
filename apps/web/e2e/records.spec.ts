import { expect, test } from './site-test.ts';

test('a search keeps what is chosen, marks what it found and is cited with its words', async ({ page, origin }) => {
  await page.goto('/ru/programs?countries=UZ');
  await page.getByRole('searchbox').fill('polic');
  await page.getByRole('button', { name: 'Найти' }).click();
  await expect(page).toHaveURL(`${origin}/ru/programs?q=polic&countries=UZ`);
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBeGreaterThan(0);
  for (const row of await rows.all()) await expect(row.locator('mark').first()).toHaveText(/polic/i);
  await expect(page.locator('.found [lang]').first()).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('region', { name: 'Ссылка в формате APA' })).toContainText('q=polic');
});

test('the counts beside choices are those of the lists that they lead to', async ({ page }) => {
  await page.goto('/zh/programs?countries=KZ');
  const choice = page.locator('label.choice', { has: page.locator('input[name=domains][value=security]') });
  const count = Number(await choice.locator('.count').textContent());
  expect(count).toBeGreaterThan(0);
  await page.goto('/zh/programs?countries=KZ&domains=security');
  await expect(page.locator('.lead strong')).toContainText(String(count));
});

test('a record is cited in every form there is', async ({ page }) => {
  for (const path of ['/programs/GX-0001', '/records/transfers/TR-001']) {
    await page.goto(path);
    const cite = page.getByRole('region', { name: 'Cite this record' });
    await expect(cite.locator('summary')).toHaveText(['APA', 'BibTeX', 'RIS', 'CSL-JSON']);
    for (const text of await cite.locator('code').allTextContents()) expect(text).toContain(path.split('/').at(-1));
  }
});

test('a source and a record of another table lead to each other', async ({ page, origin }) => {
  await page.goto('/ru/records/transfers/TR-001');
  await expect(page.getByRole('heading', { level: 2, name: 'Передача' })).toBeVisible();
  const source = page.getByRole('heading', { level: 3 }).getByRole('link').first();
  await source.click();
  await expect(page).toHaveURL(/\/ru\/sources\/[A-Z]+-\d+$/);
  await expect(page.getByRole('heading', { level: 3, name: 'Передачи' })).toBeVisible();
  await page.locator('a[href$="/records/transfers/TR-001"]').click();
  await expect(page).toHaveURL(`${origin}/ru/records/transfers/TR-001`);
});

test('a table or a record that does not exist is told in plain words', async ({ page }) => {
  for (const path of ['/records/nothing/X-1', '/records/transfers/TR-999', '/records/programs/GX-0001']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
