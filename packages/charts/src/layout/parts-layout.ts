import { scaleLinear } from 'd3-scale';
import { chartWords } from '../words/chart-words.ts';
import { writeCount } from '@govexport/analysis/tables';
import type { Frame } from './frame.ts';
import { textWidth } from './text-width.ts';

/** How many programs have an attribute, have it not, and how many the sources leave open. */
export interface PartCounts {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

const space = 10;
const gap = 2;

/** Places the parts of one bar and their labels; labels of narrow parts move aside instead of overlapping. */
export function partsLayout({ yes, no, unknown }: PartCounts, { width, language }: Pick<Frame, 'width' | 'language'>) {
  const x = scaleLinear()
    .domain([0, yes + no + unknown || 1])
    .range([0, width]);
  const words = chartWords[language];
  const count = (value: number) => writeCount(value, language);
  const parts = [
    { name: 'yes', label: words.yes(count(yes)), count: yes, from: x(0), to: x(yes) },
    { name: 'no', label: words.no(count(no)), count: no, from: x(yes), to: x(yes + no) },
    {
      name: 'unknown',
      label: words.partUnknown(count(unknown)),
      count: unknown,
      from: x(yes + no),
      to: x(yes + no + unknown),
    },
  ].filter((part) => part.count > 0);
  const labels = placeLabels(
    parts.map(({ label, from }) => ({ text: label, x: from })),
    width,
  );
  return {
    height: 60,
    parts: parts.map(({ name, from, to }, index) => ({
      name,
      x: from,
      width: Math.max(1, to - from - (index < parts.length - 1 ? gap : 0)),
      label: labels[index] ?? { text: '', x: from },
    })),
  };
}

/** A label, placed. */
export interface Label {
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
