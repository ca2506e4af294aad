import { jsonSchemaOf, tableSchemaOf, type Table, type WithWorld } from '@govexport/schema';
import { zodSource } from './zod-source.ts';

/** Forms of the schema of a table. */
export const schemaFormats = ['json-schema', 'table-schema', 'zod'] as const;

/** The schema of a table: of a record as JSON, of its CSV as Frictionless Table Schema, or as TypeScript with zod. */
export function schemaText(table: Table, format: (typeof schemaFormats)[number], dataset: WithWorld): string {
  if (format === 'json-schema') return pretty(jsonSchemaOf(table, dataset));
  if (format === 'table-schema') return pretty(tableSchemaOf(table, dataset));
  return zodModule(table, dataset);
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function zodModule(table: Table, dataset: WithWorld): string {
  const name = table.singular.replaceAll(/(?:^|[^a-z])([a-z])/gi, (_, letter: string) => letter.toUpperCase());
  const { description, ...schema } = jsonSchemaOf(table, dataset) as { readonly description?: string };
  return `import { z } from 'zod';

/** ${description ?? table.title} */
export const ${name} = ${zodSource(schema)};

/** ${table.title}: one record. */
export type ${name} = z.infer<typeof ${name}>;
`;
}
