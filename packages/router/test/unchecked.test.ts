import { canonicalJson } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { operations, parseInput, publishedDataset, type Operation } from '../src/index.ts';
import { publishedChanges } from '../src/node.ts';

const context = { dataset: publishedDataset(), releases: () => publishedChanges().releases };

/** Every operation with the input of its example, and with none where it needs none. */
const questions = (operations as readonly Operation[]).flatMap((operation) =>
  [operation.example, {}].flatMap((given) => {
    const parsed = given === null ? null : operation.input.safeParse(given);
    return parsed?.success === true ? [{ name: `${operation.id} ${JSON.stringify(given)}`, operation, given }] : [];
  }),
);

describe('an answer of the published dataset is the same without a look at its schema', () => {
  test.each(questions)('$name', async ({ operation, given }) => {
    const input = parseInput(operation, given);
    const checked = canonicalJson(await operation.ask(context, input));
    const plain = canonicalJson(await operation.ask({ ...context, unchecked: true }, input));
    expect(plain === checked).toBe(true);
  });
});
