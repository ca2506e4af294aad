/** A statistic with the input that the address gives. */
interface Call {
  name: string;
  given: Readonly<Record<string, unknown>>;
  query: string;
}

/** The same call for the other surfaces. */
export function exampleCalls({ name, given, query }: Call, apiOrigin: string) {
  const address = `${apiOrigin}/v1/statistics/${name}${query === '' ? '' : `?${query}`}`;
  return {
    json: `/statistics/${name}.json${query === '' ? '' : `?${query}`}`,
    api: address,
    curl: `curl '${address}'`,
    cli: ['govexport', name, ...Object.entries(given).flatMap(flags)].join(' '),
    typescript: [
      "import { createCaller } from '@govexport/router';",
      "import { openDataset } from '@govexport/router/node';",
      '',
      'const caller = createCaller({ dataset: openDataset() });',
      `const answer = await caller.statistics.${name}(${literal(given)});`,
    ].join('\n'),
  };
}

/** The call that lists the chosen programs, for the other surfaces. */
export function listCalls({ given, query }: Pick<Call, 'given' | 'query'>, apiOrigin: string) {
  const search = query === '' ? '' : `?${query}`;
  const address = `${apiOrigin}/v1/programs${search}`;
  return {
    csv: `/explore.csv${search}`,
    api: address,
    curl: `curl '${address}'`,
    cli: ['govexport programs list', ...Object.entries(given).flatMap(flags)].join(' '),
    typescript: [
      "import { createCaller } from '@govexport/router';",
      "import { openDataset } from '@govexport/router/node';",
      '',
      'const caller = createCaller({ dataset: openDataset() });',
      `const answer = await caller.programs.list(${literal(given)});`,
    ].join('\n'),
  };
}

function flags([name, value]: [string, unknown]): string[] {
  if (value === null || value === undefined) return [];
  const flag = `--${name.replaceAll('_', '-')}`;
  const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value);
  return [`${flag} ${quoted(text)}`];
}

/** A value as a shell reads it: in quotation marks where it is more than one plain word. */
function quoted(text: string): string {
  return /^[\w.,:+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function literal(given: Call['given']): string {
  const entries = Object.entries(given).map(([name, value]) => `${name}: ${literalOf(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : JSON.stringify(value);
}
