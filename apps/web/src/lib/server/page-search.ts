import { catalogue, offeredStatistics } from '@govexport/router';
import { translate } from '@govexport/router/words';
import MiniSearch from 'minisearch';
import type { FoundPage } from '../found-page.ts';
import { m } from '../generated/messages.js';
import { locales } from '../generated/runtime.js';
import type { ShownText } from '../shown-text.ts';
import { dataset } from './caller.ts';
import { namesOfCountry } from './names-of-country.ts';
import { termLabel } from './labels.ts';
import { shown } from './language/translate.ts';

interface Findable {
  readonly kind: FoundPage['kind'];
  readonly path: string;
  /** The title in the language of the page that shows it. */
  readonly title: () => ShownText;
  /** What it is called, in every language of the site. */
  readonly names: readonly string[];
  readonly text: readonly string[];
}

type Message = typeof m.nav_data;

const pages: readonly (readonly [path: string, title: Message, ...others: Message[]])[] = [
  ['/', m.error_home],
  ['/explore', m.nav_explore, m.programs_title, m.error_all_programs],
  ['/countries', m.nav_countries],
  ['/statistics', m.nav_statistics],
  ['/claims', m.nav_claims, m.home_claims],
  ['/compare', m.nav_compare, m.country_compare],
  ['/data', m.nav_data, m.data_load],
  ['/about', m.nav_about, m.about_title],
  ['/methods', m.nav_methods, m.methods_title],
  ['/limits', m.nav_limits, m.limits_title],
  ['/codebook', m.nav_codebook, m.codebook_title],
  ['/api', m.nav_api, m.api_title],
  ['/changes', m.nav_changes, m.changes_title],
  ['/cite', m.nav_cite, m.cite_title],
  ['/accessibility', m.nav_accessibility, m.shortcuts_title],
];

const inEveryLanguage = (text: string) => locales.map((locale) => translate(text, locale) ?? text);

const offered = offeredStatistics(dataset);
const offeredPages = pages.filter(([path]) => path !== '/claims' || offered.includes('claims'));

const findable: readonly Findable[] = [
  ...dataset.meta.recipients.map((code) => ({
    kind: 'country' as const,
    path: `/countries/${code}`,
    title: () => ({ text: termLabel('recipient_country', code), lang: null }),
    names: namesOfCountry(code, dataset, locales),
    text: [],
  })),
  ...offered
    .map((name) => catalogue[name])
    .map(({ name, title, summary }) => ({
      kind: 'statistic' as const,
      path: `/statistics/${name}`,
      title: () => shown(title),
      names: [name, ...inEveryLanguage(title)],
      text: inEveryLanguage(summary),
    })),
  ...offeredPages.map(([path, title, ...others]) => ({
    kind: 'page' as const,
    path,
    title: () => ({ text: title(), lang: null }),
    names: [title, ...others].flatMap((message) => locales.map((locale) => message({}, { locale }))),
    text: [],
  })),
];

/** Words without case and marks; Chinese writes no spaces, so that each of its signs is a word. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

const index = new MiniSearch({ fields: ['names', 'text'], tokenize: wordsOf, processTerm: (term) => term });
index.addAll(findable.map(({ names, text }, id) => ({ id, names: names.join('\n'), text: text.join('\n') })));

/** Above this length a word is also found with one or two letters wrong. */
const exactLetters = 4;
const most = 12;

/**
 * Pages whose names hold all the words, in any language of the site, best first; the summary of a statistic counts less.
 *
 * @example
 * foundPages('kazakstan')[0]?.path // => '/countries/KZ'
 */
export function foundPages(words: string): FoundPage[] {
  const found = index.search(words, {
    combineWith: 'AND',
    boost: { names: 4 },
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > exactLetters ? 0.2 : false),
  });
  return found.slice(0, most).flatMap(({ id }) => {
    const page = findable[id as number];
    return page === undefined ? [] : [{ kind: page.kind, path: page.path, title: page.title() }];
  });
}
