/** What the program ends with where it does not end well. */
export const codes = { notFound: 1, usage: 2, files: 3, internal: 70, interrupted: 130 } as const;

/** Every exit code with its meaning, as the help lists them. */
export const exitCodes: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'The answer was printed, or the work is done.'],
  [codes.notFound, 'There is no record with the id, or a dataset has a problem.'],
  [codes.usage, 'A command, an option or a value is not allowed.'],
  [codes.files, 'The dataset cannot be read or is not valid, or a file or the output cannot be written.'],
  [codes.internal, 'Internal error.'],
  [codes.interrupted, 'Interrupted.'],
];
