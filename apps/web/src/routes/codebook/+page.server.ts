import { codebookMarkdown, codebookOf } from '@govexport/schema';
import { dataset } from '#lib/server/caller.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import type { PageServerLoad } from './$types';

const book = codebookOf(dataset);
const html = renderMarkdown(codebookMarkdown({ ...book, cautions: [] }));

export const load: PageServerLoad = () => ({ html });
