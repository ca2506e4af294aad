import { freeName, SharedSchemas, type Json } from './shared-schemas.ts';

interface Operation extends Json {
  readonly parameters: readonly Json[];
  readonly responses: Readonly<Record<string, Json>>;
}

interface Description extends Json {
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: Json & { readonly schemas: Readonly<Record<string, Json>> };
}

/**
 * The description with everything that repeats written once, below `components`. Nothing is lost.
 *
 * @param types - schemas that have a name of their own, by it
 */
export function compact(description: Json, types: Readonly<Record<string, Json>>): Json {
  const { paths, components, ...rest } = description as Description;
  const schemas = new SharedSchemas();
  for (const [name, schema] of Object.entries({ ...components.schemas, ...types })) schemas.name(schema, name);
  const operations = Object.values(paths).map(({ get }) => get);
  for (const { schema, name } of operations.flatMap(({ parameters }) => parameters)) {
    schemas.add(schema as Json, String(name));
  }
  const written = schemas.components();
  const parameters = repeated(operations.flatMap((operation) => operation.parameters));
  const parameterOf = (parameter: Json): Json => {
    const name = parameters.get(JSON.stringify(parameter));
    return name === undefined ? withSchema(schemas, parameter) : { $ref: `#/components/parameters/${name}` };
  };
  return {
    ...rest,
    paths: Object.fromEntries(
      Object.entries(paths).map(([address, { get }]) => [
        address,
        { get: { ...get, parameters: get.parameters.map(parameterOf) } },
      ]),
    ),
    components: {
      ...components,
      schemas: written,
      parameters: Object.fromEntries(
        [...parameters].map(([text, name]) => [name, withSchema(schemas, JSON.parse(text) as Json)]),
      ),
    },
  };
}

function withSchema(schemas: SharedSchemas, parameter: Json): Json {
  return { ...parameter, schema: schemas.write(parameter['schema'] as Json) };
}

/** The name of each parameter that several operations have, by its text. */
function repeated(parameters: readonly Json[]): ReadonlyMap<string, string> {
  const texts = parameters.map((parameter) => JSON.stringify(parameter));
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const names = new Map<string, string>();
  for (const [text, count] of counts) {
    if (count < 2) continue;
    const { name } = JSON.parse(text) as { name: string };
    names.set(text, freeName(name, new Set(names.values())));
  }
  return names;
}
