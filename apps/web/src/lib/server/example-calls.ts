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

function flags([name, value]: [string, unknown]): string[] {
  if (value === null || value === undefined) return [];
  const flag = `--${name.replaceAll('_', '-')}`;
  return Array.isArray(value)
    ? [`${flag} ${value.join(',')}`]
    : [`${flag} ${typeof value === 'string' ? value : JSON.stringify(value)}`];
}

function literal(given: Call['given']): string {
  const entries = Object.entries(given).map(([name, value]) => `${name}: ${literalOf(value)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
