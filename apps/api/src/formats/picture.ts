import type { Picture } from '@govexport/charts/standalone';
import {
  catalogue,
  encodeQuery,
  inputFields,
  present,
  statisticTerms,
  type InputField,
  type StatisticAnswer,
} from '@govexport/router';
import { vocabularies, type Dataset } from '@govexport/schema';
import { HttpProblem } from '../problems/problem.ts';
import type { PictureFormat } from './formats.ts';

/** An answer to draw. */
export interface Drawn {
  readonly answer: StatisticAnswer;
  /** The input as the client gave it. */
  readonly given: unknown;
  readonly dataset: Dataset;
  /** Address of the server; empty where it does not know it. */
  readonly origin: string;
}

/**
 * The chart of an answer as a picture that stands alone. What draws is loaded when the first picture is asked for.
 *
 * @throws HttpProblem where the picture cannot be drawn as PNG, or not now
 */
export async function pictureOf(format: PictureFormat, drawn: Drawn): Promise<string | Uint8Array<ArrayBuffer>> {
  const { standaloneChart } = await import('@govexport/charts/standalone');
  const svg = standaloneChart(await pictureWords(drawn));
  return format === 'svg' ? svg : pngOf(svg);
}

async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const png = await import('@govexport/charts/png');
  try {
    return await png.pngOf(svg);
  } catch (error) {
    if (!(error instanceof png.PictureError)) throw error;
    const headers: Record<string, string> = error.later ? { 'retry-after': '5' } : {};
    throw new HttpProblem(error.later ? 'unavailable' : 'not-acceptable', { detail: error.message, headers });
  }
}

async function pictureWords({ answer, given, dataset, origin }: Drawn): Promise<Picture> {
  const { chartedTable, chartWords, chosenInputs, contentsOf } = await import('@govexport/charts');
  const { statistic, input, result } = answer;
  const { title, input: schema } = catalogue[statistic];
  const { finding, tables, chart } = present(answer);
  const words = chartWords.en;
  const fields = inputFields(schema);
  const chosen = chosenInputs(fields, { given: given as Record<string, unknown>, resolved: input });
  const others = chosen.others.map(({ name, value }) => {
    const field = fields.find((one) => one.name === name);
    return words.named(name.replaceAll('_', ' '), valueWords(field, value));
  });
  const table = chartedTable(chart, tables);
  const interval = `${Number((100 * Number(input.level)).toPrecision(12))}% interval`;
  const { license, credits } = statisticTerms(dataset, statistic);
  return {
    title: finding,
    subtitle: [
      table === undefined ? title : table.note === null ? table.title : words.headed(table.title, table.note),
      words.records({ ...chosen, years: chosen.years ?? '', others }),
    ],
    contents: contentsOf({ title, result, tables, chart, interval }, { language: 'en' }),
    source: {
      name: dataset.meta.title,
      version: dataset.meta.version,
      licence: license,
      credits,
      address: origin === '' ? null : answerAddress({ answer, given, dataset, origin }),
    },
    language: 'en',
  };
}

/** Where the numbers of a picture are, for ever. */
function answerAddress({ answer, given, dataset, origin }: Drawn): string {
  const { statistic } = answer;
  const query = new URLSearchParams(encodeQuery(catalogue[statistic].input, given as never)).toString();
  const path = `${origin}/v1/data/${dataset.meta.version}/statistics/${statistic}`;
  return query === '' ? path : `${path}?${query.replaceAll('%2C', ',')}`;
}

/** The value of an input in words: by the vocabulary that has exactly the choices of the input. */
function valueWords(field: InputField | undefined, value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'any';
  const options = field?.options.join();
  const terms = Object.values(vocabularies).find(({ values }) => values.join() === options)?.terms ?? {};
  const label = (one: unknown) => terms[String(one)]?.label ?? String(one).replaceAll('_', ' ');
  return Array.isArray(value) ? value.map(label).join(', ') : label(value);
}
