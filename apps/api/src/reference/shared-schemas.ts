/** A part of the description. */
export type Json = Record<string, unknown>;

/** A schema that stands at several places, or has a name of its own. */
interface Known {
  readonly schema: Json;
  /** How many different schemas hold it. */
  uses: number;
  /** How often it is the schema of each name. */
  readonly names: Map<string, number>;
  /** The name under which it is referred to. */
  name?: string;
}

/** What is said of a schema at one place. It stands beside a reference as well. */
const said = ['title', 'description', 'default'];

/** A shorter schema is repeated: a reference to it would be as long, and harder to read. */
const fewestCharacters = 120;

/** Schemas of which those that repeat are written once, under a name. */
export class SharedSchemas {
  readonly #known = new Map<string, Known>();
  /** What is said of a schema that has a name of its own. */
  readonly #words = new Map<string, Json>();
  /** Further names of schemas that have one. */
  readonly #others = new Map<string, Json>();

  /** Takes note of a schema and of all within it. */
  add(schema: Json, name: string): void {
    const { core, key } = split(schema);
    const known = this.#known.get(key) ?? { schema: core, uses: 0, names: new Map<string, number>() };
    known.uses += 1;
    known.names.set(name, (known.names.get(name) ?? 0) + 1);
    if (this.#known.has(key)) return;
    this.#known.set(key, known);
    mapWithin(core, name, (child, childName) => {
      this.add(child, childName);
      return child;
    });
  }

  /** Gives a schema its name, whether it repeats or not. Equal ones with two names are one schema and a reference to it. */
  name(schema: Json, name: string): void {
    this.add(schema, name);
    const { key, words } = split(schema);
    const known = this.#known.get(key);
    if (known === undefined) return;
    known.name ??= name;
    if (known.name !== name) this.#others.set(name, schema);
    else this.#words.set(name, words);
  }

  /** Every schema that has a name, by its name. All schemas are added before. */
  components(): Json {
    const taken = new Set([...this.#known.values()].map(({ name }) => name));
    for (const [key, known] of this.#known) {
      if (known.name !== undefined || known.uses < 2 || key.length < fewestCharacters) continue;
      known.name = freeName(mostFrequent(known.names), taken);
      taken.add(known.name);
    }
    const named = [...this.#known.values()].filter(({ name }) => name !== undefined);
    return Object.fromEntries([
      ...named.map(({ name = '', schema }) => [
        name,
        { ...this.#words.get(name), ...mapWithin(schema, '', (child) => this.write(child)) },
      ]),
      ...[...this.#others].map(([name, schema]) => [name, this.write(schema)]),
    ]) as Json;
  }

  /** A schema with references to those that have names. */
  write(schema: Json): Json {
    const { core, key, words } = split(schema);
    const name = this.#known.get(key)?.name;
    if (name !== undefined) return { $ref: `#/components/schemas/${name}`, ...words };
    return { ...mapWithin(core, '', (child) => this.write(child)), ...words };
  }
}

function split(schema: Json): { core: Json; words: Json; key: string } {
  const entries = Object.entries(schema);
  const core = Object.fromEntries(entries.filter(([key]) => !said.includes(key)));
  const words = Object.fromEntries(entries.filter(([key]) => said.includes(key)));
  return { core, words, key: JSON.stringify(core) };
}

/** A schema with each one directly within it replaced. */
function mapWithin(schema: Json, name: string, replace: (child: Json, name: string) => Json): Json {
  const mapped = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties') {
      const properties = Object.entries(value as Record<string, Json>);
      return [key, Object.fromEntries(properties.map(([property, child]) => [property, replace(child, property)]))];
    }
    if (key === 'anyOf' || key === 'prefixItems') return [key, (value as Json[]).map((child) => replace(child, name))];
    if (key === 'items' && typeof value === 'object') return [key, replace(value as Json, name)];
    return [key, value];
  });
  return Object.fromEntries(mapped);
}

function mostFrequent(names: ReadonlyMap<string, number>): string {
  const [[frequent] = ['schema']] = [...names].sort(([, one], [, other]) => other - one);
  return frequent;
}

/** Words as the name of a type; with a number where another one has it. */
export function freeName(words: string, taken: ReadonlySet<string | undefined>): string {
  const wanted = typeName(words);
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`;
  return name;
}

/** `us_training_total` as `UsTrainingTotal`. */
export function typeName(words: string): string {
  return words.replaceAll(/(^|[^a-z0-9]+)([a-z0-9])/gi, (_, __, letter: string) => letter.toUpperCase());
}
