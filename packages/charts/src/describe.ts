import type { ChartContent } from './content.ts';
import { groupBySeries, type Drawing, type Mark } from './drawing.ts';
import { chartWords, type Language } from './words/chart-words.ts';
import { writeCount } from '@govexport/analysis/tables';

/** A chart in words, for those who do not see it. */
export function describe(content: ChartContent, language: Language): string {
  if (content.kind === 'statistic') return describeDrawing(content.drawing, language);
  if (content.kind !== 'parts') return content.description;
  const { yes, no, unknown } = content.counts;
  const count = (value: number) => writeCount(value, language);
  const counts = { all: count(yes + no + unknown), yes: count(yes), no: count(no), unknown: count(unknown) };
  return chartWords[language].parts(counts);
}

const mostInWords = 12;

/** Every number where they are few, else the ends and the peak, for each series. */
function describeDrawing(drawing: Drawing, language: Language): string {
  const write = drawing.kind === 'lines' ? describeLines : describeMarks;
  return groupBySeries(drawing.marks)
    .map(({ series, marks }) => `${series === null ? '' : `${series}: `}${write({ ...drawing, marks }, language)}`)
    .join(' ');
}

/** Of lines their ends: the table holds what lies between. */
function describeLines({ marks, valueLabel }: Drawing, language: Language): string {
  const groups = [...new Set(marks.map(({ group }) => group))];
  const ends = groups.map((group) => {
    const known = marks.filter((mark) => mark.group === group && mark.value !== null);
    const both = known.length > 1 ? [known[0], known.at(-1)] : known;
    const written = both.map((mark) => mark?.words ?? '');
    return [group, written.join(', ')].filter(Boolean).join(' ');
  });
  return chartWords[language].allValues(valueLabel, ends.join('; '));
}

function describeMarks({ marks, valueLabel }: Drawing, language: Language): string {
  const words = chartWords[language];
  const list = (some: readonly Mark[]) => some.map((mark) => mark.words).join('; ');
  if (marks.length <= mostInWords) return words.allValues(valueLabel, list(marks));
  const known = marks.filter(({ value }) => value !== null);
  const peak = known.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || (mark.value ?? 0) > (best.value ?? 0) ? mark : best),
    undefined,
  );
  const parts = [marks[0], peak, marks.at(-1)].filter((mark) => mark !== undefined);
  return words.someValues({ label: valueLabel, count: String(marks.length), values: list(parts) });
}
