import { localizeHref } from './generated/runtime.js';

/**
 * The picture that previews of a page show: its chart, or the timeline of all programs, which
 * `pnpm --filter @govexport/web pictures` draws.
 */
export function socialImage(origin: string, chart: { name: string; query: string } | null): string {
  if (chart === null) return `${origin}/social.png`;
  const query = chart.query === '' ? '' : `?${chart.query}`;
  return `${origin}${localizeHref(`/charts/${chart.name}.png`)}${query}`;
}
