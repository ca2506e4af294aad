import { expect, test } from './site-test.ts';

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
