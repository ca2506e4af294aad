import { chartWords, type ChartContent } from '@govexport/charts';
import { catalogue, decodeQuery, RequestError } from '@govexport/router';
import { showValue } from '@govexport/schema';
import { m } from '../../generated/messages.js';
import { getLocale } from '../../generated/runtime.js';
import { caller } from '../caller.ts';
import { comparePairs } from '../compare-pairs.ts';
import { domainFlows } from '../domain-flows.ts';
import { hostMap } from '../host-map.ts';
import { ladderOf } from '../ladder.ts';
import { statisticView } from '../statistic-view.ts';
import { timelineOf } from '../timeline.ts';
import { senderOf } from '../labels.ts';
import { takenChart, type TakenChart } from './taken-chart.ts';

/** The charts of the site that no statistic declares, by their names in addresses. */
export const ownCharts: Readonly<Record<string, (query: URLSearchParams) => Promise<TakenChart>>> = {
  timeline: withoutQuery(timeline),
  partnership_levels: partnershipLevels,
  host_cities: withoutQuery(hostCities),
  courses: withoutQuery(courses),
  domains_and_states: withoutQuery(domainsAndStates),
};

function withoutQuery(make: () => Promise<TakenChart>) {
  return (query: URLSearchParams) => {
    const expected = 'no input beside size; this chart takes none';
    const issues = [...query].map(([field, value]) => ({ field, value: showValue(value), expected }));
    if (issues.length > 0) throw new RequestError('invalid-input', issues);
    return make();
  };
}

const findingOf = async (name: string, query = '') =>
  (await statisticView(name, new URLSearchParams(query))).finding.text;

async function timeline(): Promise<TakenChart> {
  const programs = await timelineOf();
  const content: ChartContent = { ...programs, kind: 'timeline', title: m.timeline_title() };
  return takenChart({
    statistic: 'frequency',
    title: content.title,
    subtitle: [programs.description],
    contents: [content],
    columns: ['id', 'title', 'year', 'domain', 'counted'],
    rows: programs.marks.map(({ counted, ...mark }) => ({ ...mark, counted: String(counted) })),
    page: '/',
  });
}

async function partnershipLevels(query: URLSearchParams): Promise<TakenChart> {
  const { input } = catalogue.partnerships;
  const given = decodeQuery(input, query);
  const { result } = await caller.statistics.partnerships(given);
  const ladder = ladderOf(result);
  const description = ladder.states.map((state) => state.description).join(' ');
  return takenChart({
    statistic: 'partnerships',
    title: await findingOf('partnerships', query.toString()),
    subtitle: [chartWords[getLocale()].headed(m.ladder_title(senderOf()), ladder.note)],
    contents: [{ ...ladder, kind: 'ladder', title: m.ladder_title(senderOf()), description }],
    columns: ['country', 'date', 'level', 'rank'],
    rows: result.steps
      .filter(({ kind }) => kind === 'step')
      .map(({ country, date, level, rank }) => ({ country, date, level, rank })),
    page: '/countries',
  });
}

async function hostCities(): Promise<TakenChart> {
  const map = await hostMap();
  return takenChart({
    statistic: 'composition',
    title: await findingOf('composition', 'dimension=host_city'),
    subtitle: [map.note],
    contents: [{ kind: 'map', title: m.map_title(senderOf()), description: map.description, map }],
    columns: ['city', 'programs'],
    rows: map.cities.map(({ name, count }) => ({ city: name, programs: count })),
    page: '/',
  });
}

async function domainsAndStates(): Promise<TakenChart> {
  const { title, note, description, flows, cells } = await domainFlows();
  return takenChart({
    statistic: 'crosstab',
    title,
    subtitle: [note],
    contents: [{ kind: 'flow', title, description, flows }],
    columns: ['domain', 'country', 'programs'],
    rows: cells.map(({ row, column, observed }) => ({ domain: row, country: column, programs: observed })),
    page: '/countries',
  });
}

async function courses(): Promise<TakenChart> {
  const { result } = await caller.statistics.compare({});
  const { pairs, description } = comparePairs(result);
  const names = [m.compare_china(), m.compare_us()] as const;
  return takenChart({
    statistic: 'compare',
    title: await findingOf('compare'),
    subtitle: [chartWords[getLocale()].headed(m.compare_chart(), m.compare_chart_scale()), m.compare_caution()],
    contents: [{ kind: 'pairs', title: m.compare_chart(), description, pairs, names }],
    columns: ['country', 'programs', 'course_lines'],
    rows: pairs.map(({ label, first, second }) => ({ country: label, programs: first, course_lines: second })),
    page: '/compare',
  });
}
