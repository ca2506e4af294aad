import { expect, withoutScript as test } from './site-test.ts';

const charts = ['/', '/countries', '/countries/KG', '/ru/countries', '/zh/compare'];

for (const path of charts) {
  test(`the charts of ${path} fit into narrow frames of the height that their code asks for`, async ({ page }) => {
    await page.goto(path);
    const codes = await page
      .locator('.take')
      .evaluateAll((all) =>
        all.flatMap((one) => [...one.textContent.matchAll(/<iframe src="([^"]+)"[^>]* height="(\d+)"/g)]),
      );
    expect(codes.length).toBeGreaterThan(0);
    for (const [, source = '', height = ''] of codes) {
      const address = new URL(source.replaceAll('&amp;', '&'));
      for (const width of [320, 400, 540]) {
        await page.setViewportSize({ width, height: Number(height) });
        await page.goto(address.pathname + address.search);
        await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
        const inside = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { width: scrollWidth, height: scrollHeight };
        });
        expect(inside, `${source} ${width}`).toEqual({ width, height: Number(height) });
      }
    }
  });
}
