import { problemKinds } from '@govexport/router';
import { fileCode } from './file-failure.ts';

/** What is wrong with the arguments. */
export const usageCode = problemKinds['invalid-input'].exit_code;

/** Whoever is asked has broken off, or the program was interrupted. */
export const interruptedCode = 130;

/** Every exit code with its meaning, as the help lists them. */
export const exitCodes: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'The answer was printed, or the work is done.'],
  [problemKinds['not-found'].exit_code, 'There is no record with the id, or a dataset has a problem.'],
  [usageCode, 'A command, an option or a value is not allowed.'],
  [fileCode, 'The dataset cannot be read or is not valid, or a file or the output cannot be written.'],
  [problemKinds.internal.exit_code, 'Internal error.'],
  [interruptedCode, 'Interrupted.'],
];
