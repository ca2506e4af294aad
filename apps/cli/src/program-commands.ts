import { z } from 'zod';
import type { WorkCommand } from './command-kinds.ts';
import { OpenInput, ServeInput } from './program-inputs.ts';

const works = () => import('./maintain/works.ts');

/** The commands about the program itself and what runs beside it. */
export const programCommands: readonly WorkCommand[] = [
  {
    name: 'serve',
    title: 'Serve the API, and the site where it is installed',
    summary:
      'Starts the package @govexport/api, and @govexport/web where that is installed too, as processes of their own, and ends them with the interrupt key. The packages are looked for beside this program and in the working directory. The dataset is that of --dataset or of the variable GOVEXPORT_DATASET, else the published one; further settings of the API are its own variables.',
    reference: null,
    group: 'program',
    input: ServeInput,
    arguments: [],
    examples: () => ['', '--dataset my-records --port 9000'],
    load: async () => (await works()).serve,
  },
  {
    name: 'open',
    title: 'The page of a record on the site',
    summary:
      'Prints the address of the page, which is below --site. With --browser it is opened. Without an id: the first page.',
    reference: null,
    group: 'program',
    input: OpenInput,
    arguments: [
      { field: 'id', placeholder: 'ID', description: 'Id of a record of any table, such as GX-0001.', optional: true },
    ],
    examples: () => ['GX-0001', 'S-0001 --site https://data.example.org'],
    load: async () => (await works()).open,
  },
  {
    name: 'doctor',
    title: 'Check the program and its surroundings',
    summary:
      'Versions, the paths that are used, whether the dataset is whole, which formats this Node can write, what is found for serve, and what makes the program slow here. Exit code 1 where something does not work.',
    reference: null,
    group: 'program',
    input: z.strictObject({}),
    arguments: [],
    examples: () => ['', '--format json'],
    load: async () => (await works()).doctor,
  },
];
