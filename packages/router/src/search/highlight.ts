import { strictObject, type Dataset, type Table } from '@govexport/schema';
import { z } from 'zod';
import { searchIndexOf } from './search-index.ts';
import type { Hit } from './search-records.ts';
import { tokensOf } from './tokens.ts';

/** Where the words of a search stand in one text of a record. */
export const Match = strictObject(() => ({
  field: z
    .string()
    .describe('Field that the text stands in or stands for, such as title, or sources for a title of one.'),
  text: z.string().describe('The text.'),
  ranges: z
    .array(z.strictObject({ start: z.int().min(0), end: z.int().min(1) }))
    .describe('Where the words stand: from start to before end, in UTF-16 code units.'),
}));

/** Where the words of a search stand in one text of a record. */
export type Match = z.infer<typeof Match>;

/** Every text of a record in which words of a search stand, in the order of its fields. */
export function matchesOf(
  dataset: Dataset,
  table: Table,
  { place, terms }: Pick<Hit, 'terms'> & { place: number },
): Match[] {
  const texts = searchIndexOf(dataset, table).texts[place] ?? [];
  return texts.flatMap(({ field, text }) => {
    const ranges = rangesIn(text, terms);
    return ranges.length === 0 ? [] : [{ field, text, ranges }];
  });
}

/** Ranges that touch are one: the pairs of a Chinese word are marked as a whole. */
function rangesIn(text: string, terms: ReadonlySet<string>): Match['ranges'] {
  const ranges: Match['ranges'] = [];
  for (const { term, start, end } of tokensOf(text)) {
    if (!terms.has(term)) continue;
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}
