import { z } from 'zod';
import { listOf, oneOf, RecordId, Text } from './fields.ts';
import { PartialDate } from './partial-date.ts';
import { Confidence } from './program-vocabularies.ts';
import { RecipientCountry } from './recipient-country.ts';

/** The fields that every record of the context tables ends with. */
export const evidence = {
  sources: listOf(RecordId).min(1, { error: 'at least one source' }).describe('Ids of all sources of the record.'),
  confidence: oneOf(Confidence).describe('How firmly the sources carry the record.'),
  notes: Text.nullable().describe('What a reader of the record should know; null where there is nothing to add.'),
};

/** Id, title and description of a record of a context table. */
export const identity = {
  id: RecordId.describe('Stable id of the record. Never changed, never used again.'),
  title: Text.describe('Short title in English, made for this dataset.'),
  description: Text.describe('What the sources tell, in our words.'),
};

/** The state that a record concerns. */
export const country = RecipientCountry;

/** The date of an event. */
export const date = PartialDate;

/** A whole number from zero. */
export const wholeNumber = z.int({ error: 'a whole number' }).min(0, { error: 'at least 0' });

/** A number from zero. */
export const amount = z.number({ error: 'a number' }).min(0, { error: 'at least 0' });
