import { KeptPages } from './kept-pages.ts';

/** The pages of this site. Every page without a choice takes less; what a form asks for shares the rest. */
export const sitePages = new KeptPages(128_000_000);
