import { sizes, type Size } from '@govexport/charts';
import { RequestError } from '@govexport/router';
import { showValue } from '@govexport/schema';
import { error } from '@sveltejs/kit';
import { m } from '../../generated/messages.js';
import { orProblemPage } from '../problem-page.ts';
import { answerOf } from '../statistic-view.ts';
import { ownCharts } from './own-charts.ts';
import { statisticChart } from './statistic-chart.ts';
import type { TakenChart } from './taken-chart.ts';

/** A chart and the size that its address asks for. */
export interface NamedChart extends TakenChart {
  readonly size: Size;
}

/** The chart of an address: one of the site's own, or that of a statistic with the same query as its page. */
export function chartNamed(name: string, asked: URLSearchParams): Promise<NamedChart> {
  return orProblemPage(async () => {
    const query = new URLSearchParams(asked);
    const size = sizeOf(query.get('size') ?? 'wide');
    query.delete('size');
    const own = Object.hasOwn(ownCharts, name) ? ownCharts[name] : undefined;
    const chart = await (own?.(query) ?? chartOfStatistic(name, query));
    if (chart === null) error(404, m.error_nothing_here());
    return { ...chart, size };
  });
}

function sizeOf(text: string): Size {
  if (Object.hasOwn(sizes, text)) return text as Size;
  const expected = `one of ${Object.keys(sizes).join(', ')}`;
  throw new RequestError('invalid-input', [{ field: 'size', value: showValue(text), expected }]);
}

async function chartOfStatistic(name: string, query: URLSearchParams): Promise<TakenChart | null> {
  return statisticChart(await answerOf(name, query));
}
