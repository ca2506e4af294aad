import { readFileSync } from 'node:fs';

/**
 * What the first example of a command prints on the published dataset, as it was when the program was built; empty where
 * that depends on the place.
 */
export function exampleOutput(name: string): readonly string[] {
  try {
    const file = new URL('examples.json', import.meta.url);
    return (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, readonly string[]>>)[name] ?? [];
  } catch {
    // Before the first build there is none.
    return [];
  }
}
