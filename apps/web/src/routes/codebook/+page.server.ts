import { codebookPage } from '@govexport/router/words';
import { codebookOf } from '@govexport/schema';
import { getLocale, locales, type Locale } from '#lib/generated/runtime.js';
import { dataset } from '#lib/server/caller.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import type { PageServerLoad } from './$types';

const book = { ...codebookOf(dataset), cautions: [] };
const pages = new Map<Locale, string>(locales.map((locale) => [locale, renderMarkdown(codebookPage(book, locale))]));

export const load: PageServerLoad = () => ({ html: pages.get(getLocale()) ?? '' });
