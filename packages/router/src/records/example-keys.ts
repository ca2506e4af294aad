import type { TableName } from '@govexport/schema';
import examples from './examples.json' with { type: 'json' };

/**
 * The key of a record of each table that the published data holds, as texts, for examples that answer.
 *
 * @example
 * exampleKeys.borders // => { name: 'Kyrgyzstan' }
 */
export const exampleKeys: Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>> = examples.keys;

/** Recipients of the published data, for examples that answer. */
export const exampleStates: readonly string[] = examples.states;
