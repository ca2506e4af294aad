import { scaleLinear } from 'd3-scale';
import { m } from '../generated/messages.js';
import { textWidth } from './text-width.ts';

/** How many programs have an attribute, have it not, and how many the sources leave open. */
export interface PartCounts {
  yes: number;
  no: number;
  unknown: number;
}

const space = 10;
const gap = 2;

/** Places the parts of one bar and their labels; labels of narrow parts move aside instead of overlapping. */
export function partsGeometry({ yes, no, unknown }: PartCounts, width: number) {
  const x = scaleLinear()
    .domain([0, yes + no + unknown || 1])
    .range([0, width]);
  const parts = [
    { name: 'yes', label: m.part_yes({ count: yes }), count: yes, from: x(0), to: x(yes) },
    { name: 'no', label: m.part_no({ count: no }), count: no, from: x(yes), to: x(yes + no) },
    {
      name: 'unknown',
      label: m.part_unknown({ count: unknown }),
      count: unknown,
      from: x(yes + no),
      to: x(yes + no + unknown),
    },
  ].filter(({ count }) => count > 0);
  const labels = placeLabels(
    parts.map(({ label, from }) => ({ text: label, x: from })),
    width,
  );
  return parts.map(({ name, from, to }, index) => ({
    name,
    x: from,
    width: Math.max(1, to - from - (index < parts.length - 1 ? gap : 0)),
    label: labels[index] ?? { text: '', x: from },
  }));
}

interface Label {
  text: string;
  x: number;
}

/** From the left each label keeps clear of the one before; then from the right none runs out of the bar. */
function placeLabels(labels: readonly Label[], width: number): Label[] {
  const placed: Label[] = [];
  for (const { text, x } of labels) {
    const before = placed.at(-1);
    placed.push({ text, x: before === undefined ? x : Math.max(x, before.x + textWidth(before.text) + space) });
  }
  let edge = width;
  for (const label of placed.toReversed()) {
    label.x = Math.min(label.x, edge - textWidth(label.text));
    edge = label.x - space;
  }
  return placed;
}
