import { problemKinds } from '@govexport/router';

/** What is wrong with the arguments. */
export const usageCode = problemKinds['invalid-input'].exit_code;

/** What is wrong with files. */
export const fileCode = 3;

/** Every exit code with its meaning, as the help lists them. */
export const exitCodes: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'The answer was printed.'],
  [problemKinds['not-found'].exit_code, 'There is no record with the id.'],
  [usageCode, 'A command, an option or a value is not allowed.'],
  [fileCode, 'The dataset cannot be read or is not valid, or the output cannot be written.'],
  [problemKinds.internal.exit_code, 'Internal error.'],
  [130, 'Interrupted.'],
];
