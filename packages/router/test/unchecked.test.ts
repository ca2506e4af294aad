import { canonicalJson } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { inputFields, operations, parseInput, publishedDataset, type Given, type Operation } from '../src/index.ts';
import { publishedChanges } from '../src/node.ts';

const context = { dataset: publishedDataset(), releases: () => publishedChanges().releases };

/** Inputs of an operation: its example, none at all, and each choice of each field. */
function inputsOf({ input, example }: Operation): Given[] {
  const choices = inputFields(input).flatMap(({ name, kind, options }) =>
    kind === 'choice' ? options.map((value) => ({ [name]: value })) : [],
  );
  return [example ?? {}, {}, ...choices].filter((given) => input.safeParse(given).success);
}

const questions = (operations as readonly Operation[]).flatMap((operation) =>
  inputsOf(operation).map((given) => ({ name: `${operation.id} ${JSON.stringify(given)}`, operation, given })),
);

describe('an answer of the published dataset is the same without a look at its schema', () => {
  test.each(questions)('$name', async ({ operation, given }) => {
    const input = parseInput(operation, given, context.dataset);
    const checked = canonicalJson(await operation.ask(context, input));
    const plain = canonicalJson(await operation.ask({ ...context, unchecked: true }, input));
    expect(plain === checked).toBe(true);
  });
});
