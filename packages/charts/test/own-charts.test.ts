import { describe, expect, test } from 'vitest';
import { flowLayout } from '../src/layout/flow-layout.ts';
import { ladderLayout, type Ladder } from '../src/layout/ladder-layout.ts';
import { pairsLayout } from '../src/layout/pairs-layout.ts';
import { domainSign, timelineLayout, type TimelineMark } from '../src/layout/timeline-layout.ts';

describe('pairsLayout', () => {
  test('equal ratios are equal distances, and each count is written', () => {
    const { rows } = pairsLayout(
      [
        { label: 'a', first: 1, second: 10 },
        { label: 'b', first: 10, second: 100 },
      ],
      { width: 720, language: 'en', names: ['China', 'Others'] },
    );
    const lengths = rows.map(({ first, second }) => (second ?? NaN) - (first ?? NaN));
    expect(lengths[0]).toBeCloseTo(lengths[1] ?? NaN, 9);
    expect(rows.map(({ texts }) => texts)).toEqual([
      ['1', '10'],
      ['10', '100'],
    ]);
  });

  test('a count of zero has no place on a logarithmic scale', () => {
    expect(
      pairsLayout([{ label: 'a', first: 0, second: 5 }], { width: 720, language: 'en', names: ['China', 'Others'] })
        .rows[0],
    ).toMatchObject({
      first: null,
    });
  });
});

describe('ladderLayout', () => {
  const step = (date: string, rank: number) => ({ date, rank, level: '' });
  const ladder: Ladder = {
    states: [
      { name: 'a', description: '', steps: [step('2010', 2), step('2015-06', 3)] },
      { name: 'b', description: '', steps: [] },
    ],
    until: '2020-12-31',
    note: '',
  };

  test('a state keeps its level to the last day, and a higher level stands higher', () => {
    const { states, plot } = ladderLayout(ladder, { width: 260 });
    const [first, second] = states[0]?.points ?? [];
    expect(first?.x).toBe(plot.left);
    expect(second?.y).toBeLessThan(first?.y ?? 0);
    expect(states[0]?.path).toMatch(new RegExp(`${plot.right}(\\D|$)`));
  });

  test('states stand beside each other as long as there is room', () => {
    const places = (width: number) => ladderLayout(ladder, { width }).states.map(({ place }) => place);
    expect(places(720).map(({ y }) => y)).toEqual([0, 0]);
    expect(places(260).map(({ x }) => x)).toEqual([0, 0]);
  });

  test('rows are filled evenly, and the ladder of one state takes the whole width', () => {
    const many = (count: number, width: number) => {
      const states = Array.from({ length: count }, (_, index) => ({ name: String(index), description: '', steps: [] }));
      return ladderLayout({ ...ladder, states: [...ladder.states.slice(0, 1), ...states.slice(1)] }, { width });
    };
    const rows = (count: number, width: number) => {
      const tops = many(count, width).states.map(({ place }) => place.y);
      return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
    };
    expect(rows(5, 720)).toEqual([3, 2]);
    expect(rows(5, 360)).toEqual([2, 2, 1]);
    const lone = many(1, 720);
    expect(lone.plot.right).toBeGreaterThan(700);
    expect(lone.height).toBeGreaterThan(many(5, 720).height / 2);
  });

  test('years are written as close as they can be read', () => {
    const years = (width: number) => ladderLayout(ladder, { width }).years.map(({ year }) => year);
    expect(years(720)).toEqual([2010, 2015, 2020]);
    expect(years(130)).toEqual([2010, 2020]);
  });

  test('a state without a recorded step has no line', () => {
    expect(ladderLayout(ladder, { width: 260 }).states[1]).toMatchObject({ points: [], path: null });
  });
});

describe('timelineLayout', () => {
  const mark = (id: string, year: number, domain = 'civil'): TimelineMark => ({
    ...{ id, year, domain },
    ...{ title: id, counted: true },
  });

  test('every program has a mark of its own, stacked over its year', () => {
    const { marks, bottom } = timelineLayout([mark('1', 2010), mark('2', 2010), mark('3', 2012)], { width: 720 });
    expect(marks).toHaveLength(3);
    expect(new Set(marks.map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    expect(marks.filter(({ x }) => x === marks[0]?.x)).toHaveLength(2);
    expect(marks.every(({ y }) => y < bottom)).toBe(true);
  });

  test('domains differ in their signs and not only in their colours', () => {
    const signs = ['civil', 'justice', 'security'].map((domain) => domainSign(domain, 10));
    expect(new Set(signs).size).toBe(3);
  });
});

describe('flowLayout', () => {
  const frame = { width: 720, narrow: false, language: 'en' } as const;
  const flows = [
    { from: 'a', to: 'x', count: 3 },
    { from: 'a', to: 'y', count: 1 },
    { from: 'b', to: 'y', count: 2 },
    { from: 'b', to: 'x', count: 0 },
  ];

  test('what comes in is as wide as what goes out, and nothing is left out', () => {
    const { left, right, bands } = flowLayout(flows, frame);
    expect(bands.map(({ words }) => words)).toEqual(['a – x: 3', 'a – y: 1', 'b – y: 2']);
    const sum = (side: typeof left) => side.reduce((size, node) => size + node.size, 0);
    expect(sum(left)).toBeCloseTo(sum(right), 9);
    expect(left.map(({ name, count }) => [name, count])).toEqual([
      ['a', 4],
      ['b', 2],
    ]);
  });

  test('no program is no chart', () => {
    expect(flowLayout([], frame)).toMatchObject({ height: 0, bands: [] });
  });
});
