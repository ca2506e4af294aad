import { createRequire } from 'node:module';
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

type Check = ((value: unknown) => boolean) & { readonly errors?: unknown };
type Ajv = new (options: object) => {
  addSchema(schema: object, key: string): unknown;
  compile(schema: object): Check;
};

// The JSON Schema validator that the OpenAPI validator itself is built on.
const require = createRequire(import.meta.resolve('@seriousme/openapi-schema-validator'));
const { default: Ajv2020 } = require('ajv/dist/2020.js') as { default: Ajv };

interface Description {
  readonly paths: Readonly<
    Record<string, { get: { operationId: string; parameters: Parameter[]; description: string } }>
  >;
}

const { text } = await ask('/openapi.json');
const description = JSON.parse(text) as Description;
const entries = Object.entries(description.paths).map(([path, { get }]) => ({ path, ...get }));

// `vocabulary` and `partial-date` are notes for readers, which JSON Schema lets stand.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(text) as object, 'openapi.json');

/** Checks a value against the schema of an answer, as the description has it. */
function answerCheck(path: string, response: string): Check {
  const pointer = `/paths/${path.replaceAll('/', '~1')}/get/responses/${response}`;
  return ajv.compile({ $ref: `openapi.json#${encodeURI(pointer)}/content/application~1json/schema` });
}

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

  it.each([
    ['/v1/programs?limit=0', 'BadRequest'],
    ['/v1/programs/GX-9999', 'NotFound'],
  ])('describes the problem of %s', async (address, response) => {
    const check = ajv.compile({
      $ref: `openapi.json#/components/responses/${response}/content/application~1problem+json/schema`,
    });
    const problem = JSON.parse((await ask(address)).text) as Record<string, unknown>;
    expect([check(problem), check.errors]).toEqual([true, null]);
    expect(check({ ...problem, code: 'unheard-of' })).toBe(false);
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
    const check = answerCheck(path, '200');
    expect([check(JSON.parse(body)), check.errors]).toEqual([true, null]);
    expect(check({ ...(JSON.parse(body) as object), surplus: 1 })).toBe(false);
  });
});
