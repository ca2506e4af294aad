import { z } from 'zod';
import { country } from '../evidence.ts';
import { Text, WebAddress } from '../fields.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * The length of China’s border with one state.
 *
 * @example
 * Border.shape.length_km.safeParse(0).success // => false
 */
export const Border = strictObject(() => ({
  name: Text.describe('The neighbour, or what is added up.'),
  country: country.nullable().describe('The neighbour; null in the row that is the sum of the others.'),
  length_km: z.number({ error: 'a number' }).positive({ error: 'more than 0' }).describe('Length in kilometres.'),
  source_url: WebAddress.describe('Where the length was read.'),
  notes: Text.nullable().describe('What a reader should know; null where there is nothing to add.'),
}));

/** One border. */
export type Border = z.infer<typeof Border>;

export const borders = defineTable({
  name: 'borders',
  singular: 'border',
  title: 'Borders',
  description:
    'Lengths of China’s borders with its Central Asian neighbours. The row without a country is their sum: do not add it again.',
  record: Border,
  key: ['name'],
  storage: 'series',
  licenses: [
    {
      name: 'other-pd',
      path: 'https://www.cia.gov/the-world-factbook/',
      note: 'The World Factbook, a work of the US government in the public domain.',
    },
  ],
});
