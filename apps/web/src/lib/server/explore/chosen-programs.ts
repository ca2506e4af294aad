import { limits } from '@govexport/router';
import type { Dataset } from '@govexport/schema';
import { caller } from '../caller.ts';
import type { Given } from './explore-query.ts';

type Program = Dataset['programs'][number];

/** All programs that a choice lets through, page by page. */
export async function chosenPrograms(choice: Given, cursor: string | null = null): Promise<Program[]> {
  const page = await caller.programs.list({ ...choice, limit: limits.page_size, cursor });
  const programs = [...page.items] as Program[];
  return page.next_cursor === null ? programs : [...programs, ...(await chosenPrograms(choice, page.next_cursor))];
}
