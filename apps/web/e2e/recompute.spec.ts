import type { Page } from '@playwright/test';
import { expect, test } from './site-test.ts';

/** Every number and every row that a choice decides. */
function numbersOf(page: Page) {
  return page.locator('[data-explore]').evaluate((root) => {
    const texts = (selector: string) => [...root.querySelectorAll(selector)].map((one) => one.textContent);
    return {
      title: document.title,
      total: root.querySelector('[data-total]')?.textContent,
      facets: [...root.querySelectorAll('[data-facet]')].map((list) => [
        list.getAttribute('data-facet'),
        [...list.querySelectorAll('label')].map((label) => label.textContent.replaceAll(/\s+/g, ' ').trim()),
        list.querySelector('[data-unknown]')?.textContent,
        list.querySelector('[data-chosen]')?.textContent,
      ]),
      checked: [...root.querySelectorAll('input:checked')].map((one) => (one as HTMLInputElement).value),
      rows: texts('tbody tr'),
      pale: [...root.querySelectorAll('[data-mark].out')].map((mark) => mark.getAttribute('data-mark')),
      map: [...root.querySelectorAll('a[data-input]')].map((place) => place.getAttribute('aria-label')),
      dots: [...root.querySelectorAll('circle.city')].map((dot) => Number(dot.getAttribute('r')).toFixed(6)),
      made: texts('[data-fresh="made"] strong'),
      isEmpty: root.querySelector('.empty')?.hasAttribute('hidden'),
    };
  });
}

const choices: Record<string, (page: Page) => Promise<unknown>> = {
  'countries=KZ': (page) => page.getByRole('checkbox', { name: 'Kazakhstan' }).check(),
  'countries=KZ&domains=security': (page) => page.locator('input[name=domains][value=security]').check(),
  'countries=KZ&domains=security&technology_component=unknown': (page) =>
    page.locator('input[name=technology_component][value=unknown]').check(),
  'countries=KZ&technology_component=unknown': (page) => page.locator('input[name=domains][value=security]').uncheck(),
  'countries=KZ&technology_component=unknown&scope=article': (page) => page.getByLabel('Scope').selectOption('article'),
  'technology_component=unknown&scope=article': (page) => page.getByRole('checkbox', { name: 'Kazakhstan' }).uncheck(),
  'trainees=not_shown&scope=article': async (page) => {
    await page.locator('input[name=technology_component][value=unknown]').uncheck();
    await page.locator('input[name=trainees][value=not_shown]').check();
  },
  'trainees=not_shown&scope=article&confidence=high': (page) =>
    page.getByLabel('Confidence').first().selectOption('high'),
};

test('what the browser computes is what the server computes, without asking it', async ({ page, browser, origin }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await page.goto('/explore');
  const learnt = page.waitForResponse(/programs\.json/);
  await page.locator('h1').hover();
  await learnt;
  await page
    .locator('details[data-facet]')
    .evaluateAll((lists) => lists.forEach((list) => ((list as HTMLDetailsElement).open = true)));
  for (const [query, choose] of Object.entries(choices)) {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await choose(page);
    await expect(page).toHaveURL(`${origin}/explore?${query}`);
    await plain.goto(`${origin}/explore?${query}`);
    const expected = await numbersOf(plain);
    await expect.poll(async () => (await numbersOf(page)).made).toEqual(expected.made);
    expect(await numbersOf(page), query).toEqual(expected);
  }
  await context.close();
});

test('numbers come from the browser where the server is silent', async ({ page, origin }) => {
  await page.goto('/explore');
  const learnt = page.waitForResponse(/programs\.json/);
  await page.locator('h1').hover();
  await learnt;
  await page.waitForLoadState('networkidle');
  const before = await page.locator('[data-total]').getAttribute('data-total');
  await page.route('**/*', (route) => route.abort());
  await page.locator('input[name=domains][value=security]').check();
  await expect(page).toHaveURL(`${origin}/explore?domains=security`);
  const count = await page.locator('label:has(input[name=domains][value=security]) .count').textContent();
  await expect(page.locator('[data-total]')).toHaveAttribute('data-total', count ?? '');
  await expect(page.locator('tbody tr')).toHaveCount(Number(count));
  expect(count).not.toBe(before);
});

test('back and forward walk through the choices', async ({ page, origin }) => {
  await page.goto('/explore');
  await page.locator('input[name=domains][value=security]').check();
  await expect(page).toHaveURL(`${origin}/explore?domains=security`);
  await page.locator('input[name=countries][value=KG]').check();
  await expect(page).toHaveURL(`${origin}/explore?countries=KG&domains=security`);
  await page.goBack();
  await expect(page.locator('input[name=countries][value=KG]')).not.toBeChecked();
  await expect(page.locator('input[name=domains][value=security]')).toBeChecked();
  await page.goBack();
  await expect(page.locator('input[name=domains][value=security]')).not.toBeChecked();
  await expect(page).toHaveURL(`${origin}/explore`);
  await page.goForward();
  await expect(page.locator('input[name=domains][value=security]')).toBeChecked();
});

test('a search and a sort change the page in its place and keep the choice', async ({ page, origin }) => {
  await page.goto('/explore?countries=KZ');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.getByRole('searchbox').fill('seminar');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${origin}/explore?q=seminar&countries=KZ`);
  const found = Number(await page.locator('[data-total]').getAttribute('data-total'));
  await page.locator('input[name=domains][value=civil]').check();
  await expect(page).toHaveURL(`${origin}/explore?q=seminar&countries=KZ&domains=civil`);
  await expect
    .poll(async () => Number(await page.locator('[data-total]').getAttribute('data-total')))
    .toBeLessThan(found);
  await expect(page.locator('tbody mark').first()).toBeVisible();
  await page.getByRole('link', { name: 'Start' }).click();
  await expect(page).toHaveURL(`${origin}/explore?q=seminar&countries=KZ&domains=civil&sort=start`);
  await expect(page.getByRole('link', { name: 'Start' })).toBeFocused();
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('years are swept over the timeline', async ({ page, origin }) => {
  await page.goto('/explore');
  const [first, last] = await Promise.all(
    [2010, 2014].map((year) => page.locator(`rect[data-year="${year}"]:visible`).boundingBox()),
  );
  if (!first || !last) throw new Error('The timeline has these years');
  await page.mouse.move(first.x + first.width / 2, first.y + 5);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + 5, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(`${origin}/explore?from=2010&to=2014`);
  await expect(page.getByRole('spinbutton', { name: 'From' })).toHaveValue('2010');
});

test('choices are made by keyboard alone', async ({ page, origin }) => {
  await page.goto('/explore');
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('input[name=countries]').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\/explore\?countries=[A-Z]{2}$/);
  await expect(page.locator('input[name=countries]').first()).toBeFocused();
  expect(page.url().startsWith(origin)).toBe(true);
});
