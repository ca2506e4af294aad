import type { WorkCommand } from './command.ts';

/** Checks the program and its surroundings. */
export const doctor: WorkCommand = {
  name: 'doctor',
  title: 'Check the program and its surroundings',
  summary:
    'Versions, the paths that are used, whether the dataset is whole, which formats this Node can write, what is found for serve, and what makes the program slow here. Exit code 1 where something does not work.',
  reference: null,
  group: 'program',
  input: null,
  arguments: [],
  examples: () => ['', '--format json'],
  perform: async (task) => (await import('../maintain/handlers.ts')).doctor(task),
};
