import type { FieldKind, InputField } from '@govexport/router';

/** What stands behind the words of a command. */
export interface Argument {
  readonly field: string;
  readonly placeholder: string;
  readonly description: string;
  readonly optional?: true;
}

/** What every command says of itself. */
export interface CommandTexts {
  /** The words that call it, such as `programs list`. */
  readonly name: string;
  /** What it was called before, and is still called by. */
  readonly former?: string | undefined;
  readonly title: string;
  readonly summary: string;
  readonly reference: string | null;
  /** Where the help lists it. */
  readonly group: 'statistics' | 'records' | 'files' | 'folders' | 'program';
  /** What stands behind its words, in order. */
  readonly arguments: readonly Argument[];
}

/** A command as plain data: all that its help, its completion and the reader of arguments need. */
export interface CommandWords extends CommandTexts {
  /** answer: the router answers it. work: it works on folders or the machine. file: it makes one file. */
  readonly kind: 'answer' | 'work' | 'file';
  readonly arguments: readonly (Argument & { readonly kind: FieldKind })[];
  /** Its own options, made from its input. */
  readonly options: readonly InputField[];
  /** Formats of the file that it makes, the first one by default; empty for any other command. */
  readonly formats: readonly string[];
  /** What may stand behind it. */
  readonly examples: readonly string[];
}

/** The command line as plain data, which is made when the program is built: to read it is quicker than to make it anew. */
export interface Words {
  readonly commands: readonly CommandWords[];
  /** Names of the inputs that choose programs: those that the statistics share with the list of programs. */
  readonly filters: readonly string[];
  /** Of what the commands answer: the title of the dataset, and its recipients. */
  readonly dataset: { readonly title: string; readonly recipients: readonly string[] };
  /** The versions of the program, the published dataset and the schema, as --version prints them. */
  readonly versions: string;
  /** SHA-256 of the built code and of the published dataset. */
  readonly build: string;
}
