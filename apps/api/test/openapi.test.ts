import { Validator } from '@seriousme/openapi-schema-validator';
import { statisticNames } from '@govexport/router';
import { describe, expect, it } from 'vitest';
import { operations } from '../src/operations.ts';
import { ask } from './app.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly description: string;
  readonly example?: unknown;
}

interface Description {
  readonly paths: Readonly<
    Record<string, { get: { operationId: string; parameters: Parameter[]; description: string } }>
  >;
}

const { text } = await ask('/openapi.json');
const description = JSON.parse(text) as Description;
const entries = Object.entries(description.paths).map(([path, { get }]) => ({ path, ...get }));

/** The address of an operation's own example. */
function exampleAddress(path: string, parameters: readonly Parameter[]): string {
  const given = parameters.filter(({ example }) => example !== undefined);
  const query = given
    .filter(({ in: place }) => place === 'query')
    .map(({ name, example }): [string, string] => [name, String(example)]);
  const filled = given.reduce((address, { name, example }) => address.replace(`{${name}}`, String(example)), path);
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query).toString()}`;
}

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('holds every statistic of the catalogue and every operation', () => {
    const ids = entries.map(({ operationId }) => operationId);
    expect(ids).toEqual(operations.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(statisticNames.map((name) => `statistics.${name}`)));
  });

  it.each(entries)('$operationId describes each of its parameters', ({ parameters, description: words }) => {
    expect([words, ...parameters.map((parameter) => parameter.description)]).not.toContain('');
    expect(parameters.every((parameter) => typeof parameter.description === 'string')).toBe(true);
  });

  it.each(entries)('the example of $operationId answers as described', async ({ path, parameters, operationId }) => {
    const address = exampleAddress(path, parameters);
    const { status, text: body } = await ask(address);
    expect([address, status]).toEqual([address, 200]);
    const output = operations.find(({ id }) => id === operationId)?.output;
    expect(output?.safeParse(JSON.parse(body)).success).toBe(true);
  });
});
