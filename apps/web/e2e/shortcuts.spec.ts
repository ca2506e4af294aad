import type { Page } from '@playwright/test';
import { languages } from './all-pages.ts';
import { violations } from './axe.ts';
import { expect, test, withoutScript } from './site-test.ts';

const keys = { h: '/', e: '/explore', s: '/statistics', c: '/claims', d: '/data' };
const dialog = (page: Page) => page.getByRole('dialog');
/** The box that turns the keys off, by its words in English. */
const box = (page: Page) => page.getByRole('checkbox', { name: 'Use these keys' });

type Press = Pick<KeyboardEventInit, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
/** Which of these presses, sent to what has the focus, a shortcut takes for itself. A page that is left cannot tell. */
const taken = (page: Page, presses: Press[]) =>
  page.evaluate(
    (all) =>
      all.filter((press) => {
        const event = new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true });
        return document.activeElement?.dispatchEvent(event) === false;
      }),
    presses,
  );
const everyKey = [...Object.keys(keys), '/', '?'].map((key) => ({ key }));

for (const prefix of ['', '/zh']) {
  test(`keys lead to the pages in the language of "${prefix}/"`, async ({ page, origin }) => {
    for (const [key, path] of Object.entries(keys)) {
      await page.goto(`${prefix}/limits`);
      await page.keyboard.press(key);
      await expect(page).toHaveURL(origin + (prefix + path).replace(/^(\/zh)\/$/, '$1'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.goto(`${prefix}/limits`);
    await page.keyboard.press('/');
    await expect(page).toHaveURL(`${origin}${prefix}/explore#words`);
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('searchbox')).toHaveValue('');
  });
}

test('the slash goes to the field of the page where it has one, with its words chosen', async ({ page, origin }) => {
  await page.goto('/records/sources?q=police');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('school');
  await expect(page.getByRole('searchbox')).toHaveValue('school');
  await expect(page).toHaveURL(`${origin}/records/sources?q=police`);
});

test('a Russian keyboard has the letters at the same places', async ({ page, origin }) => {
  await page.goto('/ru/limits');
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ы', code: 'KeyS', bubbles: true })),
  );
  await expect(page).toHaveURL(`${origin}/ru/statistics`);
});

test('caps lock leaves the letters their meaning', async ({ page, origin }) => {
  await page.goto('/limits');
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'S', modifierCapsLock: true, bubbles: true })),
  );
  await expect(page).toHaveURL(`${origin}/statistics`);
});

test('keys stay with fields, with marks of charts and with other keys held', async ({ page }) => {
  await page.goto('/explore');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('/hesc?');
  await expect(page.getByRole('searchbox')).toHaveValue('/hesc?');
  const mark = page.locator('svg[data-reached]:visible [data-chart-mark]').first();
  for (const own of [page.getByRole('checkbox', { name: 'Uzbekistan' }), mark]) {
    await own.focus();
    expect(await taken(page, everyKey)).toEqual([]);
  }
  await page.getByRole('link', { name: 'govexport', exact: true }).focus();
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    const presses = everyKey.map(({ key }) => ({ key, ...held }));
    expect(await taken(page, presses)).toEqual([]);
  }
  expect(await taken(page, [{ key: 'x' }, { key: 'S', shiftKey: true }, { key: '?' }])).toEqual([{ key: '?' }]);
  await expect(dialog(page)).toBeVisible();
});

test('the list opens by a key, keeps the others out, and gives the focus back', async ({ page, watched }) => {
  await page.goto('/limits');
  const link = page.getByRole('link', { name: 'Statistics', exact: true });
  await link.focus();
  await page.keyboard.press('?');
  await expect(dialog(page)).toHaveAccessibleName('Keyboard shortcuts');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  expect(await taken(page, everyKey)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(link).toBeFocused();
  expect(watched.complaints).toEqual([]);
});

test('the list is accessible and fits a narrow screen in every language', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { prefix } of languages) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${prefix}/limits`);
      await page.keyboard.press('?');
      await expect(dialog(page)).toBeVisible();
      await expect(dialog(page)).toBeInViewport({ ratio: 1 });
      expect(await dialog(page).evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
      expect(await violations(page, {}, ['dialog']), `${prefix} ${colorScheme}`).toEqual([]);
    }
  }
});

test('keys that are turned off stay off, until they are turned on again', async ({ page, origin }) => {
  await page.goto('/limits');
  await page.keyboard.press('?');
  await box(page).uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  expect(await taken(page, everyKey)).toEqual([]);
  await page.goto('/accessibility');
  await expect(box(page)).not.toBeChecked();
  await box(page).check();
  // The box is a field itself, so that keys are its own until it is left.
  await box(page).blur();
  await page.keyboard.press('s');
  await expect(page).toHaveURL(`${origin}/statistics`);
});

test('where a browser keeps nothing, keys are on and can be turned off for the page', async ({
  page,
  origin,
  watched,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Storage is refused', 'SecurityError');
      },
    });
  });
  await page.goto('/limits');
  await page.keyboard.press('?');
  await box(page).uncheck();
  await page.keyboard.press('Escape');
  expect(await taken(page, everyKey)).toEqual([]);
  await page.reload();
  await page.keyboard.press('s');
  await expect(page).toHaveURL(`${origin}/statistics`);
  expect(watched.complaints).toEqual([]);
});

withoutScript('without a script the keys are a list of links, with nothing to turn off', async ({ page, origin }) => {
  await page.goto('/ru/accessibility');
  const list = page.getByRole('region', { name: 'Горячие клавиши' });
  await expect(list.getByRole('listitem')).toHaveCount(7);
  await expect(list.getByRole('checkbox')).toBeHidden();
  await list.getByRole('link', { name: 'Статистика' }).click();
  await expect(page).toHaveURL(`${origin}/ru/statistics`);
});
