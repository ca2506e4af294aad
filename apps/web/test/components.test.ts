import { pageLook, readDrawing, settingKey, type ChartSetting } from '@govexport/charts';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import PartsBar from '../src/lib/charts/PartsBar.svelte';
import StatisticChart from '../src/lib/charts/StatisticChart.svelte';
import DataTable from '../src/lib/components/DataTable.svelte';
import type { ShownTable } from '../src/lib/table.ts';

const table: ShownTable = {
  name: 'years',
  title: 'Programs a year <by> group',
  note: { text: 'A note.', lang: null },
  words: { Justice: { text: 'Юстиция', lang: null }, 'Civil & other': { text: 'Civil & other', lang: 'en' } },
  columns: [
    { key: 'group', label: 'Group', kind: 'text' },
    { key: 'year', label: 'Year', kind: 'year' },
    { key: 'share', label: 'Share', kind: 'share', digits: 1 },
  ],
  rows: [
    { group: 'Civil & other', year: 2006, share: 1 / 3 },
    { group: 'Justice', year: 2006, share: null },
  ],
};

const setting: ChartSetting = { language: 'en', look: pageLook, recordHref: null };
const context = new Map([[settingKey, setting]]);

const chart = {
  label: 'year',
  value: 'share',
  low: null,
  high: null,
  line: null,
  line_low: null,
  line_high: null,
  line_steps: false,
  group: null,
  table: 'years',
} as const;

test('a table keeps the full number beside the written one', () => {
  const { body } = render(DataTable, { props: { table } });
  expect(body).toContain('<data value="0.3333333333333333">33.3%</data>');
  expect(body).toContain('<data value="">–</data>');
  expect(body).toMatch(/<span lang="en"[^>]*>Civil &amp; other<\/span/);
  expect(body).toMatch(/<span data-raw="Justice"[^>]*>Юстиция<\/span/);
  expect(body).toContain('Programs a year &lt;by> group');
});

test('a table without rows says so', () => {
  expect(render(DataTable, { props: { table: { ...table, rows: [] } } }).body).toContain('No rows.');
});

test('a chart with a series is one panel for each value, wide and narrow', () => {
  const drawing = readDrawing({ ...chart, kind: 'columns', series: 'group' }, [table], { language: 'en' });
  if (drawing === null) throw new Error('The chart has a table');
  const { body } = render(StatisticChart, { props: { drawing, interval: '95% interval' }, context });
  expect(body.match(/<svg/g)).toHaveLength(3);
  expect(body.match(/font-weight="700"[^>]*>(Civil &amp; other|Justice)</g)).toHaveLength(4);
  expect(body).toMatch(/<title id="[^"]+">Programs a year &lt;by> group<\/title>/);
});

test('every picture is named and described by its own title and description', () => {
  const { body } = render(PartsBar, { props: { title: 'Security?', yes: 3, no: 21, unknown: 2 }, context });
  const named = [...body.matchAll(/aria-labelledby="(\S+) (\S+)"/g)];
  expect(named).toHaveLength(2);
  for (const [, title = '', description = ''] of named) {
    expect(body).toContain(`<title id="${title}">Security?</title>`);
    expect(body).toContain(`<desc id="${description}">Of 26 programs: 3 yes, 21 no, 2 unknown.</desc>`);
  }
  expect(body).toContain('<pattern');
});

test('the colours of a chart are those of the page', () => {
  const { body } = render(PartsBar, { props: { title: 'Security?', yes: 3, no: 21, unknown: 2 }, context });
  expect(body).toContain('fill="var(--accent)"');
  expect(body).not.toMatch(/="#[0-9a-f]{6}"/);
});
