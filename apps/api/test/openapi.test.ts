import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';
import { addressedOperations as operations, problemKinds, statisticNames } from '@govexport/router';
import { tables } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { otherAddresses, publicAddresses } from '../src/addresses/index-page.ts';
import { typeName, type Json } from '../src/reference/schemas.ts';
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

type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;

interface Description {
  readonly paths: Readonly<
    Record<string, { get: { operationId: string; parameters: Parameter[]; description: string; responses: Responses } }>
  >;
}

/** A part of a description with what it refers to below `components` in its place, but where it refers to itself. */
function resolved(part: unknown, whole: Json, within: readonly string[] = []): unknown {
  if (Array.isArray(part)) return part.map((one) => resolved(one, whole, within));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, ...words } = part as { $ref?: string };
  const rest = Object.fromEntries(Object.entries(words).map(([key, value]) => [key, resolved(value, whole, within)]));
  if ($ref === undefined) return rest;
  const [, group, name] = /^#\/components\/(schemas|parameters)\/(.+)$/.exec($ref) ?? [];
  if (group === undefined || name === undefined || within.includes($ref)) return { $ref, ...rest };
  const components = whole['components'] as Record<string, Record<string, object>>;
  expect(components[group]?.[name], $ref).toBeDefined();
  return { ...(resolved(components[group]?.[name], whole, [...within, $ref]) as object), ...rest };
}

const { text } = await ask('/openapi.json');
const written = JSON.parse(text) as Json;
const description = resolved(written, written) as Description;
const entries = Object.entries(description.paths).map(([path, { get }]) => ({ path, ...get }));

// The description of the API is no schema as a whole, and what begins with `x-` is a note for readers.
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

/** A type such as application/schema+json is JSON too. */
function matchesType(described: string, given: string): boolean {
  return described === given || (described === 'application/json' && given.endsWith('+json'));
}

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('writes once what several operations share', () => {
    const { parameters } = written['components'] as { parameters: Record<string, object> };
    const texts = Object.values(parameters).map((parameter) => JSON.stringify(parameter));
    expect(new Set(texts).size).toBe(texts.length);
    expect(text.match(/"#\/components\/parameters\/Countries"/g)?.length).toBeGreaterThanOrEqual(statisticNames.length);
    for (const one of texts) expect(text.split(one).length).toBe(2);
  });

  it('names every record and every estimate by its kind', () => {
    const { schemas } = written['components'] as { schemas: Record<string, { properties?: object }> };
    for (const { name, singular, record } of tables) {
      const type = schemas[typeName(singular)];
      expect([name, Object.keys(type?.properties ?? {})]).toEqual([name, Object.keys(record.shape)]);
    }
    const estimates = JSON.stringify(schemas['StatisticsShareAnswer']).match(/schemas\/Estimate"/g);
    expect(estimates?.length).toBeGreaterThan(3);
  });

  it('holds every address: each statistic of the catalogue, each operation, and what is beside them', () => {
    const ids = entries.map(({ operationId }) => operationId);
    expect(ids.slice(0, operations.length)).toEqual(operations.map(({ id }) => id));
    expect(entries.map(({ path }) => path)).toEqual(publicAddresses);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(statisticNames.map((name) => `statistics.${name}`)));
  });

  it.each([
    ['/v1/programs?limit=0', 'InvalidInput'],
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

  it.each(entries.filter(({ operationId }) => operations.some(({ id, example }) => id === operationId && example)))(
    'the example of $operationId answers as described',
    async ({ path, parameters, operationId }) => {
      const address = exampleAddress(path, parameters);
      const { status, text: body } = await ask(address);
      expect([address, status]).toEqual([address, 200]);
      const output = operations.find(({ id }) => id === operationId)?.output;
      expect(output?.safeParse(JSON.parse(body)).success).toBe(true);
      const check = answerCheck(path, '200');
      expect([check(JSON.parse(body)), check.errors]).toEqual([true, null]);
      expect(check({ ...(JSON.parse(body) as object), surplus: 1 })).toBe(false);
    },
  );

  it.each(entries.filter(({ path }) => Object.hasOwn(otherAddresses, path)))(
    'the example of $path answers with a status and a type that are described',
    async ({ path, parameters, responses }) => {
      const { status, headers } = await ask(exampleAddress(path, parameters));
      expect([200, 302]).toContain(status);
      const types = Object.keys(responses[status]?.content ?? {});
      const [type = ''] = (headers.get('content-type') ?? '').split(';');
      expect(status === 302 || types.includes('*/*') || types.some((one) => matchesType(one, type))).toBe(true);
    },
  );

  it('names every problem that an address answers with', async () => {
    const statuses = new Set(entries.flatMap(({ responses }) => Object.keys(responses).map(Number)));
    for (const { status } of Object.values(problemKinds)) expect(statuses).toContain(status);
    for (const [address, template] of [
      ['/v1/programs?limit=0', '/v1/programs'],
      ['/v1/programs/GX-9999', '/v1/programs/{id}'],
      ['/v1/programs.csv?x=1', '/v1/programs'],
      ['/v1/meta.csv', '/v1/programs'],
      [`/v1/meta?${'x'.repeat(9_000)}`, '/v1/meta'],
      ['/problems/none', '/problems/{code}'],
    ] as const) {
      const { status } = await ask(address);
      expect(Object.keys(description.paths[template]?.get.responses ?? {})).toContain(String(status));
    }
  });
});
