import { readDrawing } from '@govexport/charts';
import {
  askStatistic,
  catalogue,
  decodeQuery,
  encodeQuery,
  present,
  readableQuery,
  statisticNamed,
  type StatisticAnswer,
} from '@govexport/router';
import { getLocale } from '../generated/runtime.js';
import { caller, dataset as opened } from './caller.ts';
import { intervalWords } from './interval-words.ts';
import { shown } from './language/translate.ts';
import { orProblemPage } from './problem-page.ts';
import { shownTable } from './shown-table.ts';

/** An answer with the input that an address gives. */
export interface AddressAnswer {
  readonly answer: StatisticAnswer;
  readonly given: Readonly<Record<string, unknown>>;
  /** The same input as the query of an address. */
  readonly query: string;
}

/** The answer to an address, in the envelope that every surface gives. */
export function answerOf(name: string, parameters: URLSearchParams): Promise<AddressAnswer> {
  return orProblemPage(async () => {
    const statistic = statisticNamed(name);
    const { input } = catalogue[statistic];
    const given = decodeQuery(input, parameters);
    const answer = await askStatistic(caller, statistic, given);
    return { answer, given, query: readableQuery(encodeQuery(input, given)) };
  });
}

/** All that a page shows of one answer. */
export function viewOf({ answer, given, query }: AddressAnswer) {
  const { statistic, input, dataset, result } = answer;
  const { title, summary, reference } = catalogue[statistic];
  const { finding, tables, chart } = present(answer, opened.meta);
  const shownTables = tables.map(shownTable);
  return {
    name: statistic,
    title: shown(title),
    summary: shown(summary),
    reference,
    finding: shown(finding),
    tables: shownTables,
    drawing: chart === null ? null : readDrawing(chart, shownTables, { language: getLocale(), wordOf }),
    interval: intervalWords(input.level),
    given,
    input,
    dataset,
    result,
    query,
  };
}

/** All that a page shows of the answer to an address. */
export async function statisticView(name: string, parameters: URLSearchParams) {
  return viewOf(await answerOf(name, parameters));
}

/** A text of an answer in the language of the page. */
function wordOf(text: string): string {
  return shown(text).text;
}

/** What a page shows of one answer. */
export type StatisticView = ReturnType<typeof viewOf>;
