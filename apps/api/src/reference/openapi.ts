import { Estimate } from '@govexport/router';
import { tables, type Dataset } from '@govexport/schema';
import { z } from 'zod';
import { otherAddresses, templateOf } from '../addresses/index-page.ts';
import { formatsOf } from '../answers/answer-operation.ts';
import { contentType, formats, isPicture, type Format } from '../formats/formats.ts';
import { languageParameter } from '../formats/picture-language.ts';
import { operations, pathInputs, type Operation } from '../operations.ts';
import { problemResponses, refusals } from './problem-responses.ts';
import { Problem } from '../problems/problem.ts';
import { compact } from './compact.ts';
import { otherPaths } from './other-paths.ts';
import { exampleAddress, parametersOf } from './parameters.ts';
import { typeName, type Json } from './shared-schemas.ts';
import { snippetsOf } from './snippets.ts';

/** The OpenAPI 3.1 description of the REST API, made from the schemas of the procedures; what repeats is written once. */
export function compactOpenApiOf(dataset: Dataset, origin: string): Json {
  const records = tables.map(({ singular, record }): [string, Json] => [typeName(singular), schemaOf(record)]);
  return compact(openApiOf(dataset, origin), { Estimate: schemaOf(Estimate), ...Object.fromEntries(records) });
}

/** The same with everything where it belongs. */
export function openApiOf({ meta }: Dataset, origin: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'govexport API',
      version: '1',
      description: `${meta.title}. ${meta.description} ${meta.cautions.join(' ')}`,
      license: { name: meta.license, url: meta.license_url },
    },
    servers: [{ url: origin === '' ? '/' : origin }],
    tags: ['Statistics', 'Records', 'Dataset', 'Service'].map((name) => ({ name })),
    paths: {
      ...Object.fromEntries(
        operations.map((operation) => [templateOf(operation.route), { get: describe(operation, origin) }]),
      ),
      ...otherPaths(otherAddresses, meta.version),
    },
    components: {
      schemas: {
        ...Object.fromEntries(operations.map(({ id, output }) => [answerName(id), schemaOf(output)])),
        Problem: schemaOf(Problem),
      },
      responses: problemResponses,
      headers: {
        ETag: header('Strong ETag: names the very bytes of this answer.'),
        'X-Request-Id': header('Id of the request: the one that the client sent, or a new one.'),
        RateLimit: header('What the client may still ask, where requests are limited: r requests in t seconds.'),
        'RateLimit-Policy': header('How many requests (q) a client may make in how many seconds (w).'),
      },
    },
  };
}

function describe(operation: Operation, origin: string): Json {
  const { id, tag, summary, description } = operation;
  const available = formatsOf(operation);
  const address = exampleAddress(operation);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description}${formatWords(available)}`,
    parameters: [...parametersOf(operation), ...(available.some(isPicture) ? [languageOfPictures] : [])],
    responses: {
      200: { description: 'The answer.', headers: answerHeaders, content: contentOf(id, available) },
      304: { description: 'The answer is the one whose ETag was sent in If-None-Match.' },
      ...refusals({ missing: pathInputs(operation).length > 0, waiting: available.includes('png') }),
    },
    ...(address !== null && {
      'x-codeSamples': snippetsOf({ address: origin + address, formats: available, title: summary }),
    }),
  };
}

const languageOfPictures: Json = {
  name: languageParameter.name,
  in: 'query',
  required: false,
  description: languageParameter.description,
  schema: { type: 'string', enum: languageParameter.values, default: languageParameter.usual },
};

const answerHeaders = Object.fromEntries(
  ['ETag', 'X-Request-Id', 'RateLimit', 'RateLimit-Policy'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
);

function contentOf(id: string, available: readonly Format[]): Json {
  const schema = { $ref: `#/components/schemas/${answerName(id)}` };
  const others = available.filter((format) => format !== 'json');
  return {
    [formats.json]: { schema },
    ...Object.fromEntries(others.map((format) => [formats[format], { schema: { type: 'string' } }])),
  };
}

function formatWords(available: readonly Format[]): string {
  const list = (some: readonly Format[]) => some.map((format) => `.${format} (${typeWords(format)})`).join(', ');
  const tables = available.filter((format) => format !== 'json' && !isPicture(format));
  if (tables.length === 0) return '';
  const pictures = available.filter(isPicture);
  const drawn = pictures.length === 0 ? '' : `; as a picture of its chart: ${list(pictures)}`;
  return ` By the ending of the address or by Accept, as a table: ${list(tables)}${drawn}.`;
}

function typeWords(format: Format): string {
  return contentType(format).split(';')[0] ?? '';
}

function header(description: string): Json {
  return { description, schema: { type: 'string' } };
}

function schemaOf(schema: z.ZodType): Json {
  return { ...z.toJSONSchema(schema, { io: 'output' }), $schema: undefined };
}

function answerName(id: string): string {
  return `${typeName(id)}Answer`;
}
