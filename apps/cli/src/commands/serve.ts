import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const port = z.int().min(1).max(65_535);

const Input = z.strictObject({
  port: port.default(8787).describe('Port of the API.'),
  site_port: port.default(5173).describe('Port of the site.'),
  host: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 for every address.'),
  site: z.boolean().default(true).describe('Serve the site too, where it is installed.'),
});

/** Serves the API and the site. */
export const serve: WorkCommand = {
  name: 'serve',
  title: 'Serve the API, and the site where it is installed',
  summary:
    'Starts the package @govexport/api, and @govexport/web where that is installed too, as processes of their own, and ends them with the interrupt key. The packages are looked for beside this program and in the working directory. The dataset is that of --dataset or of the variable GOVEXPORT_DATASET, else the published one; further settings of the API are its own variables.',
  reference: null,
  group: 'program',
  input: Input,
  arguments: [],
  examples: () => ['', '--dataset my-records --port 9000'],
  perform: async (task) => (await import('../maintain/handlers.ts')).serve(task, checkedOptions(task, Input)),
};
