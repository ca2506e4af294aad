import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const Input = z.strictObject({
  output: z
    .string({ error: 'the path of a folder' })
    .min(1, { error: 'the path of a folder' })
    .describe('Folder of yours for the copies, outside of the dataset.'),
});

/** Stores the page of a source. */
export const datasetSnapshot: WorkCommand = {
  name: 'dataset snapshot',
  title: 'Store the page of a source for yourself',
  summary:
    'Opens the address of one source and stores what the server answered as a WACZ file, which any replay program for web archives opens: the page itself, without its pictures and styles. The copy is yours: it is never part of the dataset, and no command publishes it, since the rights in a page stay with its publisher.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [{ field: 'source', placeholder: 'SOURCE', description: 'Id of the source.' }],
  examples: () => ['S-0001 --output my-copies', 'S-0001 --output my-copies --dataset my-records'],
  perform: async (task) => (await import('../maintain/handlers.ts')).snapshot(task, checkedOptions(task, Input)),
};
