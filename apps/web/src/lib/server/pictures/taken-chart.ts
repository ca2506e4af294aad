import type { Picture } from '@govexport/charts/standalone';
import { statisticTerms, type StatisticName } from '@govexport/router';
import { getLocale, localizeHref } from '../../generated/runtime.js';
import type { Cell } from '../../table.ts';
import { dataset } from '../caller.ts';
import { shown } from '../language/translate.ts';
import { settings } from '../settings.ts';

/** A chart as one can take it away: a picture with its numbers, and the page where it stands. */
export interface TakenChart {
  readonly picture: Picture;
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** Path of the page, without its language. */
  readonly page: string;
}

/** What a chart of the site has beside the words of its page. */
interface Parts extends Pick<Picture, 'title' | 'subtitle' | 'contents'>, Omit<TakenChart, 'picture'> {
  /** Whose numbers it draws. */
  readonly statistic: StatisticName;
}

/** Makes a chart that one can take away, with its source in the language of the page. */
export function takenChart({ statistic, title, subtitle, contents, page, columns, rows }: Parts): TakenChart {
  const { meta } = dataset;
  const { license, credits } = statisticTerms(dataset, statistic);
  const source = {
    name: shown(meta.title).text,
    version: meta.version,
    licence: license,
    credits: credits.map((credit) => shown(credit).text),
    address: settings.origin === null ? null : settings.origin + localizeHref(page),
  };
  return { page, columns, rows, picture: { title, subtitle, contents, source, language: getLocale() } };
}
