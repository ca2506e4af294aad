import { Beginning } from './beginning.ts';
import type { WorkCommand } from './command.ts';

/** Begins a dataset. */
export const datasetInit: WorkCommand = {
  name: 'dataset init',
  title: 'Begin a dataset of your own',
  summary:
    'Makes data/ with dataset.json, one program and its source, and .github/workflows/dataset.yml, which validates the dataset at every push. The program says that it is an example, counts in no total and cites a page at example.org; dataset import --output DIR/data and dataset validate know it. On a terminal it asks for what is not given. Nothing that is there is replaced.',
  reference: null,
  group: 'folders',
  get input() {
    return Beginning.partial();
  },
  arguments: [
    {
      field: 'folder',
      placeholder: 'DIR',
      description: 'Folder to begin in, such as a repository. Default: the working directory.',
      optional: true,
    },
  ],
  examples: () => [
    'my-records',
    'my-records --senders US --recipients BR,VN --creators "Our project" --license CC-BY-4.0 --from 2010 --to 2025',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).init(task),
};
