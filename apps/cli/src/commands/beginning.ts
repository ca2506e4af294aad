import { DatasetMeta, Text } from '@govexport/schema';
import { z } from 'zod';

/** What a person says of a dataset that begins. */
export const Beginning = z.strictObject({
  senders: DatasetMeta.shape.senders,
  recipients: DatasetMeta.shape.recipients,
  creators: DatasetMeta.shape.creators,
  license: DatasetMeta.shape.license,
  license_url: DatasetMeta.shape.license_url
    .optional()
    .describe('Address of the licence; of a usual licence of data it follows.'),
  from: DatasetMeta.shape.collected.unwrap().shape.from.optional(),
  to: DatasetMeta.shape.collected.unwrap().shape.to.optional(),
  unit: Text.optional().describe(
    'What one record of the table of programs is, such as program or course line. Not given: program.',
  ),
  title: Text.optional().describe('Title for people. Not given: made from the states.'),
});
