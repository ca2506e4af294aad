import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';
import { folderArgument } from './arguments.ts';

const place = z.string({ error: 'the path of a folder' }).min(1, { error: 'the path of a folder' });

const Input = z.strictObject({
  output: place.describe('Folder to write the files to: a new one, or an empty one.'),
  replace: z.boolean().default(false).describe('Replace an earlier build in that folder; any other folder is kept.'),
});

/** Makes every file of a dataset folder. */
export const datasetBuild: WorkCommand = {
  name: 'dataset build',
  title: 'Make every file of a dataset folder',
  summary:
    'Codebook, tidy CSV with long tables and panels, descriptions (Data Package, CSVW, schema.org, Croissant, DataCite, CITATION.cff), JSON, NDJSON, Parquet, SQLite, XLSX, a ZIP of the texts, and checksums. The same dataset gives the same bytes. SQLite needs Node 22; the panels need a table of countries.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [folderArgument],
  examples: () => ['my-records --output my-files', 'my-records --output my-files --replace'],
  perform: async (task) => (await import('../maintain/handlers.ts')).build(task, checkedOptions(task, Input)),
};
