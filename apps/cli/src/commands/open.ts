import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

/** Where `serve` has the site, if it is asked for nothing else. */
const defaultSite = 'http://127.0.0.1:5173';

const Input = z.strictObject({
  site: z
    .url({ protocol: /^https?$/, error: 'an address such as https://data.example.org' })
    .optional()
    .describe(`Where the site is served. Default: the site of the configuration file, else ${defaultSite}.`),
  browser: z.boolean().default(false).describe('Open the page in the browser of the system.'),
});

/** Says where the page of a record is, or opens it. */
export const open: WorkCommand = {
  name: 'open',
  title: 'The page of a record on the site',
  summary:
    'Prints the address of the page, which is below --site. With --browser it is opened. Without an id: the first page.',
  reference: null,
  group: 'program',
  input: Input,
  arguments: [
    { field: 'id', placeholder: 'ID', description: 'Id of a record of any table, such as GX-0001.', optional: true },
  ],
  examples: () => ['GX-0001', 'S-0001 --site https://data.example.org'],
  perform: async (task) => {
    const { site = task.site ?? defaultSite, browser } = checkedOptions(task, Input);
    return (await import('../maintain/handlers.ts')).open(task, { site, browser });
  },
};
