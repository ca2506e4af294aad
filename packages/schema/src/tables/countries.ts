import { z } from 'zod';
import { CountryCode } from '../country-code.ts';
import { wholeNumber } from '../evidence.ts';
import { Text, WebAddress } from '../fields.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * One of the states of the dataset, with its codes and names.
 *
 * @example
 * Country.shape.m49.safeParse('004').success // => true
 */
export const Country = strictObject(() => ({
  iso2: CountryCode.describe('ISO 3166-1 alpha-2 code; the code used in every other table.'),
  iso3: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'three capital letters' })
    .describe('ISO 3166-1 alpha-3 code.'),
  m49: z
    .string()
    .regex(/^\d{3}$/, { error: 'three digits' })
    .describe('UN M49 code, three digits.'),
  cow_code: wholeNumber.describe('Correlates of War state number.'),
  gw_code: wholeNumber.describe('Gleditsch and Ward state number.'),
  name_en: Text.describe('Short name in English.'),
  name_ru: Text.describe('Short name in Russian.'),
  name_zh: Text.describe('Short name in Chinese.'),
  official_name_en: Text.describe('Official name in English.'),
  official_name_ru: Text.describe('Official name in Russian.'),
  official_name_zh: Text.describe('Official name in Chinese.'),
  capital: Text.describe('Capital, in English.'),
  capital_note: Text.nullable().describe('What to know about the name of the capital; null where nothing.'),
  geoname_id: wholeNumber.describe('GeoNames id of the state.'),
  wikidata: WebAddress.describe('Wikidata item of the state.'),
  source: Text.describe('Where names and codes were read.'),
}));

/** One state. */
export type Country = z.infer<typeof Country>;

export const countries = defineTable({
  name: 'countries',
  singular: 'country',
  title: 'Countries',
  description: 'The five states and China, with the codes and names that other datasets use.',
  record: Country,
  key: ['iso2'],
  storage: 'series',
  licenses: [
    {
      name: 'PDDL-1.0',
      path: 'https://opendatacommons.org/licenses/pddl/1-0/',
      note: 'Codes and names from datasets/country-codes (PDDL); state numbers read in copies of research data that the field source names.',
    },
  ],
});
