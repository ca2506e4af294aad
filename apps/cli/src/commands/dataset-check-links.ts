import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';
import { folderArgument } from './arguments.ts';

const seconds = (most: number) => {
  const error = `a number of seconds from 0 to ${most}`;
  return z.number({ error }).min(0, { error }).max(most, { error });
};

const Input = z.strictObject({
  round: z
    .string()
    .min(1, { error: 'the path of a file' })
    .default('link-checks.json')
    .describe('File with the checks of this round. Where it is there, the round goes on; a new name begins a new one.'),
  timemap: z
    .url({ protocol: /^https?$/, error: 'the address of a TimeMap service' })
    .optional()
    .describe(
      'Memento TimeMap service, before the address of a page, such as https://web.archive.org/web/timemap/link/: of a lost page it is asked for the copy nearest to the day when the source was read. Not given: no archive is asked.',
    ),
  pause: seconds(3600).default(1).describe('Seconds between two requests of the same host.'),
  time_limit: seconds(600).default(20).describe('Seconds for one answer.'),
  dry_run: z
    .boolean({ error: 'true or false' })
    .default(false)
    .describe('Open the addresses, and leave the records as they are.'),
});

/** Opens the addresses of the sources of a dataset folder. */
export const datasetCheckLinks: WorkCommand = {
  name: 'dataset check-links',
  title: 'Open the address of every source',
  summary:
    'Asks the network, which no other command on folders does: each host gets one request at a time, with a pause, and its robots.txt is kept. Fills link_status and link_checked of the sources: ok, redirected, gone (404, 410, or led to the front page of a site) or unreachable. What tells nothing of the page, such as a failure of the server, a refusal or an answer that breaks off, is unsettled: it stands in the round with its reason, and the record stays as it was. A round that was broken off goes on where it was. Counts lost addresses by year of publication and by publisher.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [folderArgument],
  examples: () => [
    'my-records',
    'my-records --round checks-2026.json --timemap https://web.archive.org/web/timemap/link/ --dry-run',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).checkLinks(task, checkedOptions(task, Input)),
};
