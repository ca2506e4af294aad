import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

/** What the site keeps to: WCAG 2.2, levels A and AA. */
export const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Checks a page, by rules beside those of the levels too. Legacy mode looks into no frames; the site has none, and it saves a
 * second page. What holds is not written down for each element.
 */
export function axe(page: Page, rules: Readonly<Record<string, { enabled: boolean }>> = {}): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], rules: { ...rules } });
}

/** What was found, as a rule and the elements that break it. */
export function wordsOf(violations: Violations): [rule: string, elements: string[]][] {
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
