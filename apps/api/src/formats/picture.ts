import type { Picture } from '@govexport/charts/standalone';
import {
  catalogue,
  fieldsIn,
  inputFields,
  operationNamed,
  present,
  snippetsOf,
  statisticTerms,
  type Given,
  type StatisticAnswer,
} from '@govexport/router';
import type { Dataset } from '@govexport/schema';
import { HttpProblem } from '../problems/problem.ts';
import type { PictureFormat } from './formats.ts';
import type { PictureLanguage } from './own-parameters.ts';

/** An answer to draw. */
export interface Drawn {
  readonly answer: StatisticAnswer;
  /** The input as the client gave it. */
  readonly given: Given;
  readonly dataset: Dataset;
  /** Address of the server; empty where it does not know it. */
  readonly origin: string;
  readonly language: PictureLanguage;
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
    throw new HttpProblem(error.later ? 'unavailable' : 'not-acceptable', { detail: error.message });
  }
}

async function pictureWords({ answer, given, dataset, origin, language }: Drawn): Promise<Picture> {
  const [{ answerPicture }, words] = await Promise.all([
    import('@govexport/charts'),
    import('@govexport/router/words'),
  ]);
  const { statistic, input, result } = answer;
  const { title, input: schema } = catalogue[statistic];
  const text = (english: string) => words.translate(english, language) ?? english;
  const { senders } = dataset.meta;
  const asked = { fields: fieldsIn(inputFields(schema), dataset.meta), given, resolved: input };
  const picture = answerPicture(
    { title, result, ...present(answer, dataset.meta), ...asked },
    {
      language,
      text,
      field: (name) => words.fieldLabel(name, language),
      option: (field, value) => words.optionLabel(field, value, { language, senders }),
    },
  );
  if (picture === null) throw new TypeError(`${statistic} has no chart`);
  const { license, credits } = statisticTerms(dataset, statistic);
  return {
    ...picture,
    source: {
      name: text(dataset.meta.title),
      version: dataset.meta.version,
      licence: license,
      credits: credits.map(text),
      address: origin === '' ? null : answerAddress({ answer, given, dataset, origin }),
    },
  };
}

/** Where the numbers of a picture are, for ever. */
function answerAddress({ answer, given, dataset, origin }: Omit<Drawn, 'language'>): string {
  const { version } = dataset.meta;
  return snippetsOf(operationNamed(`statistics.${answer.statistic}`), given, { origin, version }).url;
}
