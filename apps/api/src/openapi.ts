import { problemKinds } from '@govexport/router';
import type { Dataset } from '@govexport/schema';
import { z } from 'zod';
import { templateOf } from './index-page.ts';
import { operations, pathInputs, type Operation } from './operations.ts';
import { problemType } from './problem-answer.ts';

/** An RFC 9457 problem, as every error is answered. */
export const Problem = z.object({
  type: z.string().describe('Address that says what the kind of problem is.'),
  title: z.string().describe('Kind of problem in words.'),
  status: z.int().describe('HTTP status.'),
  detail: z.string().describe('One sentence with the place, the value and what is allowed.'),
  instance: z.string().optional().describe('Path of the request; left out where it has none that can be read.'),
  code: z.enum(Object.keys(problemKinds)).describe('Kind of problem for programs.'),
  errors: z
    .array(z.object({ field: z.string(), value: z.string(), expected: z.string() }))
    .describe('Every input that is wrong.'),
});

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the REST API, made from the schemas of the procedures. */
export function openApiOf({ meta }: Dataset): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'govexport API',
      version: '1',
      description: `${meta.title}. ${meta.description} ${meta.cautions.join(' ')}`,
      license: { name: meta.license, url: meta.license_url },
    },
    servers: [{ url: '/' }],
    tags: ['Statistics', 'Records', 'Dataset'].map((name) => ({ name })),
    paths: Object.fromEntries(
      operations.map((operation) => [templateOf(operation.route), { get: describe(operation) }]),
    ),
    components: {
      schemas: {
        ...Object.fromEntries(operations.map(({ id, output }) => [schemaName(id), schemaOf(output, 'output')])),
        Problem: schemaOf(Problem, 'output'),
      },
      responses: {
        BadRequest: problemResponse('The input is wrong.'),
        NotFound: problemResponse('There is no such record or address.'),
        MethodNotAllowed: problemResponse('The address answers GET and HEAD only.'),
        InternalError: problemResponse('An error on our side.'),
      },
    },
  };
}

function describe(operation: Operation): Json {
  const { id, tag, summary, description } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: parametersOf(operation),
    responses: {
      200: {
        description: 'The answer.',
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${schemaName(id)}` } } },
      },
      400: { $ref: '#/components/responses/BadRequest' },
      ...(pathInputs(operation).length > 0 && { 404: { $ref: '#/components/responses/NotFound' } }),
      405: { $ref: '#/components/responses/MethodNotAllowed' },
      500: { $ref: '#/components/responses/InternalError' },
    },
  };
}

/** The parameters of an operation. A list is one parameter, its values separated by commas. */
function parametersOf(operation: Operation): Json[] {
  if (operation.input === null) return [];
  const { properties = {} } = schemaOf(operation.input, 'input') as { properties?: Record<string, Json> };
  const inPath = pathInputs(operation);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name),
    description,
    ...(schema.type === 'array' && { style: 'form', explode: false }),
    schema: withoutNull(schema),
    ...(operation.example[name] !== undefined && { example: exampleOf(schema, operation.example[name]) }),
  }));
}

function exampleOf({ type, anyOf }: Json, text: string): unknown {
  if (type === 'array') return text.split(',');
  const numeric = type === 'integer' || JSON.stringify(anyOf ?? '').includes('"integer"');
  return numeric ? Number(text) : text;
}

/** In an address a value that is not given is null; there is no text for it. */
function withoutNull(schema: Json): Json {
  const { anyOf, ...rest } = schema as Json & { anyOf?: Json[] };
  const value = anyOf?.find(({ type }) => type !== 'null');
  const { default: usual, ...plain } = rest;
  return { ...value, ...plain, ...(usual !== undefined && usual !== null && { default: usual }) };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { ...z.toJSONSchema(schema, { io }), $schema: undefined };
}

function schemaName(id: string): string {
  return `${id.replaceAll(/(^|\.)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Answer`;
}

function problemResponse(description: string): Json {
  return { description, content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } } };
}
