import { z } from 'zod';
import { CountryCode } from './country-code.ts';
import { listOf, oneOf, RecordId, Text, YesNoUnknown } from './fields.ts';
import { PartialDate } from './partial-date.ts';
import { RecipientCountry } from './recipient-country.ts';
import {
  Confidence,
  Domain,
  ExclusionReason,
  Format,
  Frame,
  ParticipantsBasis,
  Sector,
  Trainees,
  Venue,
  YearBasis,
} from './program-vocabularies.ts';
import { strictObject } from './strict-object.ts';

const count = z.int({ error: 'a whole number' }).min(1, { error: 'at least 1' });

/** Id of a first-round coding: the coder, a hyphen and a number. */
export const CodingId = z
  .string()
  .regex(/^[A-Z]-[a-z]?\d+$/, { error: 'an id of a coder, a hyphen and a number, such as A-001' });

/**
 * The number of participants of the whole group as printed, with its bounds.
 *
 * @example
 * Participants.safeParse({ value: null, low: 20, high: null, basis: 'rounded' }).success // => true
 */
export const Participants = strictObject(() => ({
  value: count.nullable().describe('The printed figure for the whole group.'),
  low: count.nullable().describe('Lower bound: “more than 20” gives 20.'),
  high: count.nullable().describe('Upper bound: “nearly 20” gives 20.'),
  basis: oneOf(ParticipantsBasis).describe('What the figure counts.'),
}));

/**
 * A body whose staff took part. Never a person.
 *
 * @example
 * RecipientAgency.safeParse({ name: 'Customs service', country: 'KZ' }).success // => true
 */
export const RecipientAgency = strictObject(() => ({
  name: Text.describe('Name of the body in English.'),
  country: RecipientCountry.nullable().describe('Its state; null where several or unknown.'),
}));

const sourceIds = listOf(RecordId);

/**
 * Which sources support which group of fields.
 *
 * @example
 * FieldSources.shape.dates.safeParse(['S-0001']).success // => true
 */
export const FieldSources = strictObject(() => ({
  dates: sourceIds.describe('Sources of start, end, year and duration_days.'),
  host: sourceIds.describe('Sources of host, cities, province, organisers and funders.'),
  countries: sourceIds.describe('Sources of the countries and recipient agencies.'),
  participants: sourceIds.describe('Sources of the participant figure.'),
  content: sourceIds.describe('Sources of domain, sector, topics, technology and format.'),
}));

/**
 * One training program: one real-world course, seminar or visit. `null` means unknown throughout; an empty list of
 * countries, cities, organisers or agencies means that the sources name none.
 *
 * @example
 * Program.shape.start.safeParse('2014-05').success // => true
 */
export const Program = strictObject(() => ({
  id: RecordId.describe('Stable id of the program. Never changed, never used again.'),
  title: Text.describe('Short title in English, made for this dataset.'),
  description: Text.describe('What the sources tell, in our words.'),
  start: PartialDate.describe('First day, month or year.'),
  end: PartialDate.nullable().describe('Last day, month or year.'),
  year: z
    .int({ error: 'a whole number' })
    .min(1900, { error: 'at least 1900' })
    .max(2100, { error: 'at most 2100' })
    .describe('Year of the start; the year a record counts in.'),
  year_basis: oneOf(YearBasis).describe('How the year is known.'),
  duration_days: count.nullable().describe('Length in days, first and last included.'),
  venue: oneOf(Venue).describe('Where the teaching took place.'),
  host_institution: Text.nullable().describe('Institution that taught, in English.'),
  host_institution_local: Text.nullable().describe(
    'The same institution in a language of its own state, as the sources print it; here most often Chinese.',
  ),
  host_cities: listOf(Text).describe('Cities where the program was held, named for it, in English.'),
  host_province: Text.nullable().describe('Province; null where several, or none follows from the sources.'),
  organisers: listOf(Text).describe('Bodies named as organisers.'),
  funders: listOf(Text).describe('Bodies or budgets that a source names as paying.'),
  frame: oneOf(Frame).describe('Under which relation between states it was held.'),
  countries: listOf(RecipientCountry).describe('Recipient states that a source names.'),
  countries_implied: listOf(RecipientCountry).describe(
    'Recipient states that follow only from membership of the inviting group; not counted as countries.',
  ),
  other_countries: listOf(CountryCode).describe('Other states named, by ISO 3166-1 alpha-2 code.'),
  recipient_agencies: listOf(RecipientAgency).describe('Bodies whose staff took part.'),
  domain: oneOf(Domain).describe('Security, justice or civil, by subject or the trainees’ service.'),
  sector: oneOf(Sector).describe('Line of government it concerns.'),
  topics: listOf(Text).describe('Subjects named, in short English terms.'),
  participants: Participants.describe('Participants of the whole group.'),
  security_related: YesNoUnknown.describe(
    'Whether the domain is security or a part of the content was; null where the sources do not tell the content.',
  ),
  technology_component: YesNoUnknown.describe(
    'Whether Chinese technology, equipment or a technical method was taught, shown or used; null where the content is described too thinly.',
  ),
  equipment_transfer: YesNoUnknown.describe(
    'Whether equipment or money for it was given, promised or sold with the program; null where the sources are silent.',
  ),
  technology_notes: Text.nullable().describe(
    'What the sources tell about technology; null where there is nothing to add.',
  ),
  format: oneOf(Format).describe('Kind of event.'),
  trainees: oneOf(Trainees).describe('Whether the trainees are shown to be officials.'),
  sources: listOf(RecordId).min(1, { error: 'at least one source' }).describe('Ids of all sources of the record.'),
  field_sources: FieldSources.describe('Which sources support which group of fields.'),
  codings: listOf(CodingId).describe('Ids of the first-round codings that were merged into the record.'),
  confidence: oneOf(Confidence).describe('How firmly the sources carry the record.'),
  recommended_for_aggregates: z
    .boolean({ error: 'true or false' })
    .describe('Whether the record should count in totals; false if any reason but “online” excludes it.'),
  exclusion_reasons: listOf(oneOf(ExclusionReason)).describe('Why the record is left out of aggregates.'),
  notes: Text.nullable().describe('What a reader of the record should know; null where there is nothing to add.'),
}));

/** One training program. */
export type Program = z.infer<typeof Program>;
