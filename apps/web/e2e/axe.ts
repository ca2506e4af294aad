import type { Page } from '@playwright/test';
import axeCore, { type RuleObject, type RunOptions } from 'axe-core';

/** What the site keeps to: WCAG 2.2, levels A and AA. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Which rules to check: some by name, or those of the levels with some more and some fewer. */
type Checked = { readonly only: readonly string[] } | { readonly rules?: RuleObject };

/** What was found, as a rule and the elements that break it. */
type Violations = [rule: string, elements: string[]][];

/**
 * What of a page, or of parts of it, breaks a rule. The checker is put into a page once, however often it is asked there;
 * the site has no frames, and what holds is not written down for each element.
 *
 * @param parts - selectors of the parts; every one is there
 */
export async function violations(page: Page, checked: Checked = {}, parts: readonly string[] = []) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    ...('only' in checked
      ? { runOnly: { type: 'rule', values: [...checked.only] } }
      : { runOnly: { type: 'tag', values: levels }, rules: checked.rules ?? {} }),
  };
  return page.evaluate(
    async ([context, asked]): Promise<Violations> => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const found = await axe.run(context.length === 0 ? document : { include: context }, asked);
      return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    },
    [parts.map((part) => [part]), options] as const,
  );
}
