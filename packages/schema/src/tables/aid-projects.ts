import { z } from 'zod';
import { Currency } from '../context-vocabularies.ts';
import { amount, country, wholeNumber } from '../evidence.ts';
import { oneOf, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import type { Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/** The terms of AidData's datasets. */
export const aidDataLicense = { name: 'ODC-By-1.0', path: 'https://opendatacommons.org/licenses/by/1-0/' };

/**
 * One project of one release of AidData's datasets of Chinese finance.
 *
 * @example
 * AidProject.shape.project_id.safeParse(40078).success // => true
 */
export const AidProject = strictObject(() => ({
  project_id: wholeNumber.describe('Number of the project at AidData, kept from release to release.'),
  release: Text.describe('Release of AidData that the row is from. Never add rows of two releases.'),
  year: z.int({ error: 'a whole number' }).describe('Year of the commitment, as the release has it.'),
  country: country.nullable().describe('Recipient state; null where the release names several.'),
  recipients: Text.nullable().describe(
    'Every recipient as the release lists them, separated by semicolons; null where the release has no such list.',
  ),
  status: Text.describe('How far it had come, in the words of the release.'),
  flow: Text.nullable().describe('Kind of flow, in the words of the release.'),
  flow_class: Text.nullable().describe('Class of the flow by AidData: ODA-like, OOF-like or vague.'),
  intent: Text.nullable().describe('Purpose by AidData.'),
  sector: Text.describe('Sector, in the words of the release.'),
  amount: amount.nullable().describe('Amount in its own currency.'),
  currency: oneOf(Currency).nullable().describe('Currency of the amount, ISO 4217; null where no currency is given.'),
  usd_current: amount.nullable().describe('Amount in US dollars of its year, converted by AidData.'),
  usd_constant: amount.nullable().describe('Amount in constant US dollars of the base year, converted by AidData.'),
  usd_constant_base: z
    .int({ error: 'a whole number' })
    .nullable()
    .describe('Base year of the constant US dollars; it differs by release. Null where no amount is given.'),
  funding_agency: Text.nullable().describe('Who pays, as the release lists it.'),
  implementing_agency: Text.nullable().describe('Who carries it out, as the release lists it.'),
  start: PartialDate.nullable().describe('First day of the work, as the release has it.'),
  end: PartialDate.nullable().describe('Last day of the work, as the release has it.'),
  location: Text.nullable().describe('Places, as the release lists them.'),
  title: Text.describe('Title of the release, spaces at its ends left out. Longer descriptions stay at AidData.'),
  security_training_kind: Text.nullable().describe(
    'What it gave to security bodies or to training, in our reading; null where it is neither.',
  ),
}));

/** One project of one release. */
export type AidProject = z.infer<typeof AidProject>;

const currencyNeedsAmount: Rule<AidProject> = ({ amount: value, currency }) =>
  value === null && currency !== null
    ? [{ field: 'currency', value: currency, expected: 'null where no amount is given' }]
    : [];

const constantHasBase: Rule<AidProject> = ({ usd_constant, usd_constant_base: base }) =>
  usd_constant !== null && base === null
    ? [{ field: 'usd_constant_base', value: base, expected: 'the base year of usd_constant' }]
    : [];

export const aidProjects = defineTable({
  name: 'aid_projects',
  singular: 'aid project',
  title: 'Aid projects',
  description:
    'Projects of Chinese finance in the five states by three releases of AidData, side by side. The same project stands in several releases with other amounts and base years: add within one release only. Nothing was checked here against the pages that AidData names.',
  record: AidProject,
  key: ['project_id', 'release'],
  storage: 'series',
  licenses: [
    {
      ...aidDataLicense,
      note: 'AidData: Global Chinese Official Finance Dataset 1.0 (2017); Custer et al. 2019 (Sub-regional China Aid 1.0, 2020); Global Chinese Development Finance Dataset 3.0 (2023). Read in their public repositories; the column security_training_kind is ours.',
    },
  ],
  rules: [currencyNeedsAmount, constantHasBase],
});
