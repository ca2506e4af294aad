import { writeCount } from '@govexport/analysis/tables';
import type { Language } from '../words/chart-words.ts';
import type { Frame } from './frame.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** How many programs lead from one thing to another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const gap = 16;
const lineHeight = 16;
const bar = 8;
const heights = { wide: 300, narrow: 340 };
const roundness = 0.5;

/** Places two sides and the bands between them; a band is as wide as its count. */
export function flowLayout(flows: readonly Flow[], { width, narrow, language }: Frame) {
  const known = flows.filter(({ count }) => count > 0);
  const [left, right] = [sideOf(known, 'from'), sideOf(known, 'to')];
  const total = known.reduce((sum, { count }) => sum + count, 0);
  const room = labelRoom(
    [...left, ...right].map((node) => labelOf(node, language)),
    width,
  );
  const nodes = Math.max(left.length, right.length);
  const height = Math.max(narrow ? heights.narrow : heights.wide, nodes * 36);
  const unit = total === 0 ? 0 : (height - (nodes - 1) * gap) / total;
  const ends = { left: room, right: width - room };
  const place = (side: readonly Side[]) => placeSide(side, { unit, height });
  const [sources, targets] = [place(left), place(right)];
  const taken = new Map<Placed, number>();
  const take = (node: Placed, size: number) => {
    const used = taken.get(node) ?? 0;
    taken.set(node, used + size);
    return node.y + used;
  };
  const bands = sources.flatMap((source) =>
    targets.flatMap((target) => {
      const flow = known.find(({ from, to }) => from === source.name && to === target.name);
      if (flow === undefined) return [];
      const size = flow.count * unit;
      const [y0, y1] = [take(source, size), take(target, size)];
      const words = `${flow.from} – ${flow.to}: ${writeCount(flow.count, language)}`;
      return [{ ...flow, words, path: bandPath({ x0: ends.left + bar, x1: ends.right - bar, y0, y1, size }) }];
    }),
  );
  const labelled = (node: Placed) => {
    const lines = wrapText(labelOf(node, language), room - 12);
    const first = node.y + node.size / 2 + 4.5 - ((lines.length - 1) * lineHeight) / 2;
    return { ...node, lines: lines.map((line, index) => ({ text: line, y: first + index * lineHeight })) };
  };
  return {
    height: known.length === 0 ? 0 : height,
    bar,
    ends,
    bands,
    left: sources.map(labelled),
    right: targets.map(labelled),
  };
}

/** Two sides with their bands, placed. */
export type FlowShape = ReturnType<typeof flowLayout>;

interface Side {
  readonly name: string;
  readonly count: number;
}

interface Placed extends Side {
  readonly y: number;
  readonly size: number;
}

/** The number stays with the last word of its name. */
function labelOf({ name, count }: Side, language: Language): string {
  return `${name}\u00a0${writeCount(count, language)}`;
}

/** What the longest label needs, up to three tenths of the width, but no word is broken. */
function labelRoom(labels: readonly string[], width: number): number {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text))) + 14;
  return Math.max(
    Math.min(0.3 * width, widest(labels)),
    Math.min(0.4 * width, widest(labels.flatMap((text) => text.split(' ')))),
  );
}

/** The things of one side, those with most first. */
function sideOf(flows: readonly Flow[], end: 'from' | 'to'): Side[] {
  const counts = new Map<string, number>();
  for (const flow of flows) counts.set(flow[end], (counts.get(flow[end]) ?? 0) + flow.count);
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}

/** Stacks one side, in the middle where the other has more gaps. */
function placeSide(side: readonly Side[], { unit, height }: { unit: number; height: number }): Placed[] {
  const used = side.reduce((sum, { count }) => sum + count * unit, 0) + (side.length - 1) * gap;
  let y = (height - used) / 2;
  return side.map((node) => {
    const placed = { ...node, y, size: node.count * unit };
    y += placed.size + gap;
    return placed;
  });
}

function bandPath({ x0, x1, y0, y1, size }: { x0: number; x1: number; y0: number; y1: number; size: number }): string {
  const middle = x0 + roundness * (x1 - x0);
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}V${y1 + size}C${middle} ${y1 + size} ${middle} ${y0 + size} ${x0} ${y0 + size}Z`;
}
