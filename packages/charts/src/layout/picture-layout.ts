import type { ChartContent } from '../content.ts';
import { keyOf, type KeyEntry } from '../key.ts';
import type { Picture } from '../picture.ts';
import { chartWords } from '../words/chart-words.ts';
import { chartLayout } from './chart-layout.ts';
import { sizes, type Frame } from './frame.ts';
import { textWidth, type Letters } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** A line of text, placed. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A chart within a picture, with its key. */
export type PlacedChart = ReturnType<typeof placeChart>;

const margins = { wide: 24, narrow: 16 };
const titles = { wide: { size: 20, bold: true }, narrow: { size: 17, bold: true } };
const small = 11;
const leading = 1.35;
const gap = 22;
const sign = 22;

/**
 * Places a picture: title, subtitle, charts with their keys, and the source, each below the one before. `width` and
 * `height` are those of the whole picture, in pixels.
 */
export function pictureLayout({ title, subtitle, contents, source, language, size = 'wide' }: Picture) {
  const margin = margins[size];
  const frame = { ...sizes[size], language };
  const lines = column(margin, frame.width);
  const heading = lines.text(title, titles[size]);
  lines.skip(8);
  const under = subtitle.flatMap((line) => lines.text(line));
  const charts = contents.map((content) => {
    lines.skip(gap);
    const placed = placeChart(content, frame, lines.height());
    lines.skip(placed.height);
    return placed;
  });
  lines.skip(gap);
  const address = source.address === null ? [] : [source.address];
  const foot = [chartWords[language].source(source), ...source.credits, ...address];
  const sources = foot.flatMap((line) => lines.text(line, { size: small }));
  return {
    ...{ margin, width: frame.width + 2 * margin, height: Math.ceil(lines.height() + margin) },
    ...{ heading, under, charts, sources, titleSize: titles[size].size, sourceSize: small },
  };
}

/** Texts below each other, from the top. */
function column(margin: number, width: number) {
  let height = margin;
  return {
    height: () => height,
    skip: (room: number) => {
      height += room;
    },
    text: (text: string, letters: Letters & { size: number } = { size: 13 }): PlacedText[] =>
      wrapText(text, width, letters).map((line) => {
        height += letters.size * leading;
        return { text: line, x: margin, y: height - letters.size * 0.35 };
      }),
  };
}

function placeChart(content: ChartContent, frame: Frame, y: number) {
  const layout = chartLayout(content, frame);
  const keys = placeKey(keyOf(content, frame.language), frame.width);
  const top = layout.shape.height + (keys.entries.length > 0 ? 20 : 0);
  return { content, layout, y, keys: keys.entries, keyTop: top, height: top + keys.height };
}

/** Entries beside each other as long as there is room. */
function placeKey(entries: readonly KeyEntry[], width: number) {
  const placed: (PlacedText & KeyEntry & { lines: string[] })[] = [];
  let [x, y] = [0, 0];
  for (const entry of entries) {
    const room = entry.sign === 'none' ? 0 : sign;
    const lines = wrapText(entry.text, width - room);
    const need = room + Math.max(0, ...lines.map((line) => textWidth(line)));
    if (x > 0 && x + need > width) [x, y] = [0, y + 20];
    placed.push({ ...entry, lines, x: x + room, y });
    x += need + 20;
    y += (lines.length - 1) * 17;
  }
  return { entries: placed, height: entries.length === 0 ? 0 : y + 14 };
}
