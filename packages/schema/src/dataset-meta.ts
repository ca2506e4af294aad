import { z } from 'zod';
import { CountryCode } from './country-code.ts';
import { everyRecord } from './every-record.ts';
import { DataVersion, listOf, oneOf, Text, WebAddress } from './fields.ts';
import { PartialDate } from './partial-date.ts';
import { Venue } from './program-vocabularies.ts';
import { strictObject } from './strict-object.ts';

const paragraph = Text;

/** States by their codes; what to write stands in the problem of a dataset that does not say them. */
function statesOf(who: string, example: string) {
  const error = `a list of the ISO 3166-1 alpha-2 codes of the states ${who}, at least one, such as ${example}`;
  return listOf(CountryCode, error).min(1, { error });
}

const scopeName = 'a name of small letters, digits and underscores that is not all, which names every record';

const scopeYear = () => z.int({ error: 'a whole number, or null' }).nullable();

/**
 * A named selection of programs: what a statistic sets where a question leaves it open.
 *
 * @example
 * Scope.safeParse({ from: null, to: 2020, venues: ['in_sender'], recommended_only: true }).success // => true
 */
export const Scope = strictObject(() => ({
  from: scopeYear().describe('First year; null for the first year of any record.'),
  to: scopeYear().describe('Last year; null for the last year of any record.'),
  venues: listOf(oneOf(Venue)).describe('Venues; empty for any.'),
  recommended_only: z
    .boolean({ error: 'true or false' })
    .describe('Whether only records that are recommended for aggregates count.'),
}));

/** A named selection of programs. */
export type Scope = z.infer<typeof Scope>;

/** The scopes of a dataset that declares none. */
const usualScopes = (): Record<string, Scope> => ({
  default: { from: null, to: null, venues: ['in_sender', 'hybrid'], recommended_only: true },
});

const Storage = z
  .enum(['records', 'parquet'])
  .optional()
  .describe(
    'How the records lie in the folder: one JSON file each, or one Parquet file for each large table, tables/NAME.parquet. Left out: records.',
  );

/**
 * What a dataset says about itself: the file `dataset.json` at the top of its folder.
 *
 * @example
 * DatasetMeta.shape.version.safeParse('1.2.0').success // => true
 */
export const DatasetMeta = strictObject(() => ({
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'small letters and digits, joined by hyphens' })
    .describe('Short name of the dataset, used in addresses and file names.'),
  title: Text.describe('Title for people.'),
  description: paragraph.describe('What the dataset holds.'),
  version: DataVersion.describe(
    'MAJOR: a field or a value of a vocabulary removed or renamed. MINOR: records added. PATCH: values corrected.',
  ),
  license: Text.describe('SPDX identifier of the licence of the data.'),
  license_url: WebAddress.describe('Address of the licence.'),
  creators: z.array(Text).min(1, { error: 'at least one creator' }).describe('Who made the dataset, as cited.'),
  year_published: z.int({ error: 'a whole number' }).describe('Year of this version.'),
  collected: z
    .strictObject({
      from: PartialDate.nullable().describe('Begin of the window; null where the search had no stated begin.'),
      to: PartialDate.nullable().describe('End of the window; null where the search had no stated end.'),
    })
    .optional()
    .describe('The window that was searched for records; left out where the dataset does not tell it.'),
  senders: statesOf('that train', '["US"]').describe('States that train, by ISO 3166-1 alpha-2 code.'),
  recipients: statesOf('whose officials are trained', '["BR", "VN"]').describe(
    'States whose officials are trained, by ISO 3166-1 alpha-2 code, in the order of tables and charts. Records name no other one as a recipient.',
  ),
  unit: Text.default('program').describe('What one record of the table of programs is. Not given: program.'),
  year_starts_in: z
    .int({ error: 'a whole number from 1 to 12' })
    .min(1, { error: 'a whole number from 1 to 12' })
    .max(12, { error: 'a whole number from 1 to 12' })
    .default(1)
    .describe(
      'Month in which a year of the dataset begins; from another month than 1, it is named by the calendar year in which it ends. Not given: 1.',
    ),
  scopes: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9_]*$/, { error: scopeName, abort: true })
        .refine((name) => name !== everyRecord, { error: scopeName }),
      Scope,
    )
    .default(usualScopes)
    .describe(
      'Named selections of programs beside “all”, which is every record. Not given: one named default, in the state that trains or hybrid, recommended for aggregates, all years.',
    ),
  default_scope: z
    .string()
    .default('default')
    .describe('The scope of a statistic that is asked without one. Not given: default.'),
  storage: Storage,
  url: WebAddress.optional().describe('Address where the dataset is published; left out where it has none.'),
  doi: z
    .string()
    .regex(/^10[.]\d{4,9}[/]\S+$/, { error: 'a DOI without an address before it, such as 10.5281/zenodo.1234' })
    .optional()
    .describe('DOI of the dataset; left out where it has none.'),
  keywords: z.array(Text).describe('Subject terms.'),
  cautions: z.array(paragraph).describe('What a user must know before using the numbers.'),
}));

/** What a dataset says about itself. */
export type DatasetMeta = z.infer<typeof DatasetMeta>;
