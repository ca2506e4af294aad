import type { z } from 'zod';

/** What stands behind the words of a command. */
export interface Argument {
  readonly field: string;
  readonly placeholder: string;
  readonly description: string;
  readonly optional?: true;
}

/** What the help and the reader of arguments need of a command. */
export interface CommandWords {
  /** The words that call it, such as `programs list`. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly reference: string | null;
  /** Where the help lists it. */
  readonly group: 'statistics' | 'records' | 'files' | 'folders' | 'program';
  /** What stands behind its words, in order. */
  readonly arguments: readonly Argument[];
  /** Input that its options are made from. */
  readonly input: z.ZodType | null;
  /** What follows the name in examples; only the help asks for it. */
  readonly examples: () => readonly string[];
}
