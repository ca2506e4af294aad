import { addressedOperations, pathInputs, snippetsOf, type AddressedOperation } from '@govexport/router';
import { withSender, type Dataset } from '@govexport/schema';
import { otherAddresses, templateOf } from '../addresses/index-page.ts';
import { formatsOf } from '../answers/answer-operation.ts';
import { contentType, formats, isPicture, type Format } from '../formats/formats.ts';
import { codeSamples } from './code-samples.ts';
import { otherPaths } from './other-paths.ts';
import { describeParameters } from './parameters.ts';
import { problemResponses, refusals } from './problem-responses.ts';
import { describeSchemas, type Json } from './schemas.ts';

/** The OpenAPI 3.1 description of the REST API, made from the operations; what repeats is written once. */
export function openApiOf({ meta }: Dataset, origin: string): Json {
  const schemas = describeSchemas(addressedOperations, meta);
  const parameters = describeParameters(addressedOperations, { formatsOf, world: meta });
  const describe = (operation: AddressedOperation) =>
    describeOperation(operation, {
      parameters: parameters.of(operation),
      answer: schemas.ofAnswer(operation),
      origin,
      senders: meta.senders,
    });
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
        addressedOperations.map((operation) => [templateOf(operation.path), { get: describe(operation) }]),
      ),
      ...otherPaths(otherAddresses, meta.version),
    },
    components: {
      schemas: schemas.written,
      parameters: parameters.shared,
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

/** What of an operation the description holds elsewhere, or depends on the server. */
interface Described {
  readonly parameters: readonly Json[];
  readonly answer: Json;
  readonly origin: string;
  readonly senders: readonly string[];
}

function describeOperation(operation: AddressedOperation, { parameters, answer, origin, senders }: Described): Json {
  const { id, tag, title, description, path, example } = operation;
  const available = formatsOf(operation);
  return {
    operationId: id,
    tags: [tag],
    summary: title,
    description: `${withSender(description, senders)}${formatWords(available)}`,
    parameters,
    responses: {
      200: { description: 'The answer.', headers: answerHeaders, content: contentOf(answer, available) },
      304: { description: 'The answer is the one whose ETag was sent in If-None-Match.' },
      ...refusals({ missing: pathInputs(path).length > 0, waiting: available.includes('png') }),
    },
    ...(example !== null && {
      'x-codeSamples': codeSamples(snippetsOf(operation, example, { origin }), { title, formats: available }),
    }),
  };
}

const answerHeaders = Object.fromEntries(
  ['ETag', 'X-Request-Id', 'RateLimit', 'RateLimit-Policy'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
);

function contentOf(schema: Json, available: readonly Format[]): Json {
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
