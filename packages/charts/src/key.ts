import type { ChartContent } from './content.ts';
import type { Drawing } from './drawing.ts';
import { chartWords, type Language } from './words/chart-words.ts';

/** A sign of a key; a domain has the sign of its marks. */
export type KeySign =
  'bar' | 'dot' | 'square' | 'whisker' | 'fitted' | 'fitted-band' | 'line' | 'band' | 'cell' | 'none' | (string & {});

/** One entry of a key: a sign and what it means. */
export interface KeyEntry {
  readonly sign: KeySign;
  readonly text: string;
}

/** What the signs of a chart mean; empty where the chart names its parts itself. */
export function keyOf(content: ChartContent, language: Language): KeyEntry[] {
  const words = chartWords[language];
  switch (content.kind) {
    case 'statistic':
      return statisticKey(content.drawing, content.interval, language);
    case 'timeline':
      return [
        ...Object.entries(content.domains).map(([sign, text]) => ({ sign, text })),
        ...[words.counted, words.leftOut].map((text) => ({ sign: 'none', text })),
      ];
    case 'pairs':
      return [
        { sign: 'dot', text: content.names[0] },
        { sign: 'square', text: content.names[1] },
      ];
    default:
      return [];
  }
}

function statisticKey(drawing: Drawing, interval: string, language: Language): KeyEntry[] {
  const words = chartWords[language];
  const label = drawing.valueLabel.toLowerCase();
  const values = {
    columns: { sign: 'bar', text: words.column(label) },
    bars: { sign: 'bar', text: words.bar(label) },
    intervals: { sign: 'dot', text: words.dot(label) },
    lines: { sign: 'line', text: words.line(label) },
    heat: { sign: 'cell', text: words.cell(label) },
  };
  const uncertain =
    drawing.kind === 'lines'
      ? { sign: 'band', text: words.band(interval) }
      : { sign: 'whisker', text: words.interval(interval) };
  return [
    values[drawing.kind],
    ...(drawing.hasInterval ? [uncertain] : []),
    ...(drawing.hasLine ? [{ sign: 'fitted', text: words.fitted }] : []),
    ...(drawing.hasBand ? [{ sign: 'fitted-band', text: words.fittedBand(interval) }] : []),
  ];
}
