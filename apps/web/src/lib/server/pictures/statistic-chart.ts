import { chartedTable, chartWords, chosenInputs, contentsOf } from '@govexport/charts';
import { catalogue, inputFields, present, type StatisticAnswer } from '@govexport/router';
import { words } from '../../format.ts';
import { getLocale } from '../../generated/runtime.js';
import { formFields } from '../form-fields.ts';
import { shown } from '../language/translate.ts';
import { shownTable } from '../shown-table.ts';
import { takenChart, type TakenChart } from './taken-chart.ts';

/** An answer with the input that the address gave. */
export interface AnswerTo {
  readonly answer: StatisticAnswer;
  readonly given: Readonly<Record<string, unknown>>;
  /** The same input as the query of an address. */
  readonly query: string;
}

/** The chart of an answer, to be taken away; null where the statistic has none. */
export function statisticChart({ answer, given, query }: AnswerTo): TakenChart | null {
  const { statistic, input, result } = answer;
  const { finding, tables, chart } = present(answer);
  const table = chartedTable(chart, tables);
  if (chart === null || table === undefined) return null;
  const language = getLocale();
  const title = shown(catalogue[statistic].title).text;
  const interval = intervalWords(input.level);
  const charts = { title, result, tables: tables.map(shownTable), chart, interval };
  const { title: heading, note } = shownTable(table);
  return takenChart({
    statistic,
    title: shown(finding).text,
    subtitle: [
      note === null ? heading : chartWords[language].headed(heading, note.text),
      recordsLine({ answer, given }),
    ],
    contents: contentsOf(charts, { language, wordOf: (text) => shown(text).text }),
    columns: table.columns.map(({ key }) => key),
    rows: table.rows,
    page: `/statistics/${statistic}${query === '' ? '' : `?${query}`}`,
  });
}

/** What the whiskers are, in the language of the page. */
export function intervalWords(level: unknown): string {
  return shown(`${Number((100 * Number(level)).toPrecision(12))}% interval`).text;
}

/** Which records were chosen, in the words of the form. */
function recordsLine({ answer: { statistic, input }, given }: Pick<AnswerTo, 'answer' | 'given'>): string {
  const language = getLocale();
  const { input: schema } = catalogue[statistic];
  const fields = new Map(formFields(schema, { given, resolved: input }).map((field) => [field.name, field]));
  const valueWords = (name: string, value: unknown) => {
    const labels = new Map(fields.get(name)?.options.map((option) => [option.value, option.label]));
    return [value]
      .flat()
      .map((one) => labels.get(String(one)) ?? String(one))
      .join(', ');
  };
  const { named, records } = chartWords[language];
  const { scope, years, others } = chosenInputs(inputFields(schema), { given, resolved: input });
  const written = others.map(({ name, value }) =>
    named(fields.get(name)?.label ?? words(name), valueWords(name, value)),
  );
  const chosen = { scope: valueWords('scope', scope), years: years ?? '', others: written };
  return records(chosen);
}
