import { z } from 'zod';
import { country } from '../evidence.ts';
import { Text, WebAddress } from '../fields.ts';
import { defineTable } from '../table.ts';
import { aidDataLicense } from './aid-projects.ts';
import { strictObject } from '../strict-object.ts';

/**
 * One value of one indicator for one state and year.
 *
 * @example
 * Indicator.shape.value.safeParse(0.131).success // => true
 */
export const Indicator = strictObject(() => ({
  indicator: Text.describe('Name of the indicator in the edition.'),
  indicator_name: Text.describe('Title of the indicator.'),
  producer: Text.describe('Who made it.'),
  edition: Text.describe('Edition of the producer’s dataset. Values of two editions must not be compared.'),
  country: country.describe('The state.'),
  year: z.int({ error: 'a whole number' }).describe('The year.'),
  value: z.number({ error: 'a number' }).describe('The value as published.'),
  unit: Text.describe('Scale, and which end is which.'),
  source_url: WebAddress.describe('Where the value was read.'),
  license_stated: Text.describe('What the places where it was read say about the licence.'),
}));

/** One value of an indicator. */
export type Indicator = z.infer<typeof Indicator>;

export const indicators = defineTable({
  name: 'indicators',
  singular: 'value of an indicator',
  title: 'Indicators',
  description:
    'Indicators of the V-Dem Institute and series of AidData on public diplomacy for the five states. Editions differ by indicator: a value may be compared with one of the same indicator and edition only. The series of AidData are counts and sums as that dataset gives them, not checked here; a year without a row is unknown, not zero.',
  record: Indicator,
  key: ['indicator', 'edition', 'country', 'year'],
  storage: 'series',
  licenses: [
    {
      of: { producer: 'V-Dem Institute' },
      name: 'CC-BY-SA-4.0',
      path: 'https://creativecommons.org/licenses/by-sa/4.0/',
      note: 'Data of the V-Dem (Varieties of Democracy) Institute, to be named as the source; read in the repackaged copies that source_url gives. Under the stricter of the two licences that these places state.',
    },
    {
      of: { producer: 'AidData' },
      ...aidDataLicense,
      note: 'AidData, Sub-regional China Aid: public diplomacy 1.0 (2020), to be cited as Custer et al. 2019; read in the public repository that source_url gives.',
    },
  ],
});
