import { completionScript, shells } from '../print/completion-script.ts';
import { chosenArgument } from './arguments.ts';
import type { FileCommand } from './command.ts';

/** A script that completes commands in a shell. */
export const completion: FileCommand = {
  name: 'completion',
  title: 'A script that completes commands in a shell',
  summary:
    'Completes commands, their options, and the values of options that have a list of them. The first line of the script says how to load it.',
  reference: null,
  group: 'program',
  input: null,
  arguments: [{ field: 'shell', placeholder: 'SHELL', description: `One of ${shells.join(', ')}.` }],
  formats: [],
  examples: () => ['bash', 'fish --output ~/.config/fish/completions/govexport.fish'],
  make: (task) => Promise.resolve(completionScript(chosenArgument(task, 'shell', shells))),
};
