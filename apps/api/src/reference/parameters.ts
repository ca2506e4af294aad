import { fieldsIn, inputFields, pathInputs, type AddressedOperation } from '@govexport/router';
import { declaring, type World } from '@govexport/schema';
import { z } from 'zod';
import type { Format } from '../formats/formats.ts';
import { languageParameter, markParameter, type OwnParameter } from '../formats/own-parameters.ts';
import { typeName, type Json } from './schemas.ts';

/** Parameters of several operations below `components`, and those of each operation with references to them. */
export interface DescribedParameters {
  readonly shared: Json;
  readonly of: (operation: AddressedOperation) => readonly Json[];
}

interface Described {
  readonly formatsOf: (operation: AddressedOperation) => readonly Format[];
  /** What the dataset declares: its recipients and scopes are what may be chosen. */
  readonly world: World;
}

/** Describes the parameters of operations; what is the same for several of them is written once. */
export function describeParameters(
  operations: readonly AddressedOperation[],
  { formatsOf, world }: Described,
): DescribedParameters {
  const lists = new Map(
    operations.map((operation) => [operation, parametersOf(operation, formatsOf(operation), world)]),
  );
  const names = new Map<string, string>();
  const seen = new Set<string>();
  for (const parameter of [...lists.values()].flat()) {
    const text = JSON.stringify(parameter);
    if (seen.has(text) && !names.has(text)) names.set(text, freeName(parameter.name, new Set(names.values())));
    seen.add(text);
  }
  const written = (parameter: Json): Json => {
    const name = names.get(JSON.stringify(parameter));
    return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` };
  };
  return {
    shared: Object.fromEntries([...names].map(([text, name]) => [name, JSON.parse(text) as Json])),
    of: (operation) => (lists.get(operation) ?? []).map(written),
  };
}

/** The name of a parameter; with a number where another one has it. */
function freeName(words: string, taken: ReadonlySet<string>): string {
  const names = [
    typeName(words),
    ...Array.from({ length: taken.size }, (_, index) => `${typeName(words)}${index + 2}`),
  ];
  return names.find((name) => !taken.has(name)) ?? typeName(words);
}

/** A parameter as it is described. */
interface Parameter extends Json {
  readonly name: string;
}

/** The parameters of an operation. A list is one parameter, its values separated by commas. */
function parametersOf(operation: AddressedOperation, available: readonly Format[], world: World): Parameter[] {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input', ...declaring(world) }) as {
    properties?: Record<string, Json>;
  };
  const inPath = pathInputs(operation.path);
  const inputs = fieldsIn(inputFields(operation.input), world).map(({ name, kind, description, default: preset }) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name),
    description,
    ...(kind === 'list' && { style: 'form', explode: false }),
    schema: valueSchema(properties[name] ?? {}, preset),
    ...(operation.example?.[name] !== undefined && { example: operation.example[name] }),
  }));
  const own = [languageParameter, markParameter].filter(({ isOf }) => available.some(isOf)).map(describeOwn);
  return [...inputs, ...own];
}

/** A parameter that no operation has as an input. */
function describeOwn({ name, description, values, defaultValue }: OwnParameter): Parameter {
  const schema = { type: 'string', enum: values, default: defaultValue };
  return { name, in: 'query', required: false, description, schema };
}

/** In an address a value that is not given is null; there is no text for it. */
function valueSchema({ anyOf, type, ...others }: Json, preset: unknown): Json {
  const branches = (anyOf ?? []) as Json[];
  const value = branches.find((branch) => branch['type'] !== 'null') ?? {
    type: Array.isArray(type) ? type.find((one) => one !== 'null') : type,
  };
  return { ...value, ...others, description: undefined, default: preset ?? undefined };
}
