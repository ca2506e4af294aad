import { z } from 'zod';
import { DataVersion, Text, WebAddress } from './fields.ts';
import { PartialDate } from './partial-date.ts';
import { strictObject } from './strict-object.ts';

const paragraph = Text;

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
  keywords: z.array(Text).describe('Subject terms.'),
  cautions: z.array(paragraph).describe('What a user must know before using the numbers.'),
}));

/** What a dataset says about itself. */
export type DatasetMeta = z.infer<typeof DatasetMeta>;
