import {
  askStatistic,
  catalogue,
  decodeQuery,
  encodeQuery,
  present,
  statisticNamed,
  type StatisticAnswer,
} from '@govexport/router';
import { readDrawing } from '@govexport/charts';
import { getLocale } from '../generated/runtime.js';
import { caller } from './caller.ts';
import { intervalWords } from './interval-words.ts';
import { shown } from './language/translate.ts';
import { orProblemPage } from './problem-page.ts';
import { shownTable } from './shown-table.ts';
import { readable } from './tidy-query.ts';

/** The answer to an address, in the envelope that every surface gives. */
export async function answerOf(name: string, query: URLSearchParams): Promise<StatisticAnswer> {
  return orProblemPage(() => {
    const statistic = statisticNamed(name);
    return askStatistic(caller, statistic, decodeQuery(catalogue[statistic].input, query));
  });
}

/** All that a page shows of one answer. */
export async function statisticView(name: string, query: URLSearchParams) {
  const answer = await answerOf(name, query);
  const { statistic, input, dataset, result } = answer;
  const { title, summary, reference, input: schema } = catalogue[statistic];
  const { finding, tables, chart } = present(answer);
  const given = decodeQuery(schema, query);
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
    query: readable(encodeQuery(schema, given)),
  };
}

/** A text of an answer in the language of the page. */
function wordOf(text: string): string {
  return shown(text).text;
}

/** What a page shows of one answer. */
export type StatisticView = Awaited<ReturnType<typeof statisticView>>;
