/** Arguments that cannot be understood, in one sentence, with the command whose help tells more. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** Words of the command, such as `programs list`; empty where none was found. */
  readonly command: string;

  constructor(sentence: string, command = '') {
    super(sentence);
    this.command = command;
  }
}

/** A file or folder that cannot be read or written as asked, in one sentence. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure';
}

/** Whoever is asked has broken off. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}
