import type { z } from 'zod';
import { AdoptionStatus, AdoptionSystem, Currency } from '../context-vocabularies.ts';
import { CountryCode } from '../country-code.ts';
import { amount, country, evidence, identity, wholeNumber } from '../evidence.ts';
import { listOf, oneOf, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import type { Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * One surveillance or digital-control system that a state planned, bought or used.
 *
 * @example
 * Adoption.shape.status.safeParse('operating').success // => true
 */
export const Adoption = strictObject(() => ({
  id: identity.id,
  country: country.describe('State of the system.'),
  city: Text.nullable().describe('City or cities, separated by semicolons; null where none is named.'),
  date: PartialDate.nullable().describe('Date of the event or, where notes say so, of the report.'),
  system: oneOf(AdoptionSystem).describe('Kind of system.'),
  supplier: Text.nullable().describe('Companies that supplied it, separated by semicolons.'),
  supplier_countries: listOf(CountryCode).describe(
    'Home states of the suppliers, ISO 3166-1 alpha-2; empty where unknown.',
  ),
  operator: Text.nullable().describe('Body that runs it.'),
  status: oneOf(AdoptionStatus).describe('How far it had come.'),
  title: identity.title,
  description: identity.description,
  value: amount.nullable().describe('Value of the contract or project as stated.'),
  currency: oneOf(Currency).nullable().describe('Currency of the value, ISO 4217; null where no value is given.'),
  cameras: wholeNumber.nullable().describe('Number of cameras, planned ones included where notes say so.'),
  ...evidence,
}));

/** One adoption. */
export type Adoption = z.infer<typeof Adoption>;

const valueHasCurrency: Rule<Adoption> = ({ value, currency }) => {
  if ((value === null) === (currency === null)) return [];
  const expected = value === null ? 'null where no value is given' : 'a currency, since a value is given';
  return [{ field: 'currency', value: currency, expected }];
};

export const adoptions = defineTable({
  name: 'adoptions',
  singular: 'adoption',
  title: 'Adoptions',
  description:
    'Surveillance and digital-control systems in the five states, whoever supplied them. Values and cameras of records may overlap, as their notes say.',
  record: Adoption,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
  rules: [valueHasCurrency],
});
