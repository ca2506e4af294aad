import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { version as duckdb } from '@duckdb/node-api';
import { format } from 'prettier';

const arquero = (
  JSON.parse(readFileSync(new URL('../node_modules/arquero/package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

/** The report as Markdown. */
export function report(
  contests: readonly (readonly string[])[],
  growth: readonly (readonly string[])[],
  sizes: readonly string[],
): Promise<string> {
  const text = `# Speed of the statistics

\`pnpm install && pnpm build && pnpm bench analysis\` measures again and writes this file; \`--us-rows FILE\` adds the
rows of a gzipped table with the columns fiscal_year and country. Times are the shortest of repeated runs of a warm
process and differ from machine to machine; the ratios say more.

- Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB
- Load average while measuring: ${Math.round(loadavg()[1] ?? 0)}
- Node ${process.versions.node}, DuckDB ${duckdb()}, arquero ${arquero}

## Counts by year and country

Every engine starts from its own stored rows and ends with counts in this process; all count the same. The loop is
written for this one question over typed arrays. The engine in memory answers the statistic frequency by country, with its
filter. DuckDB and arquero get one row for each pair of a program and a country; DuckDB uses every core. With few
records the fixed cost of a statistic shows: it resolves its filter and names its values in every run.

${markdown(['rows', 'engine', 'time', 'ratio to the loop'], contests)}

## As records grow

To tabulate is to choose and count records, to infer is to turn counts into estimates, intervals and tests. Records are
invented, fields drawn from the published ones, in the default scope; each program cites one to three sources and has two
codings. Of transfers, adoptions and indicators their own records grow. Tests draw 9,999 or 10,000 arrangements or
tables.

What infer costs depends on the number of years, values, hosts and categories, which a hundred records do not yet fill, and
not on the number of records, with one exception: the exact odds ratio of two by two goes through all tables with these
margins, of which there are as many as the smallest margin counts. Indicators and sensitivity have no second layer: the one
lists the values, the other asks other statistics. Coverage reads the sources of every program, so its counts are as many as
there are different lists of sources.

${markdown(['statistic', ...sizes.map((size) => `tabulate ${size}`), ...sizes.map((size) => `infer ${size}`)], growth)}
`;
  return format(text, { parser: 'markdown', printWidth: 120 });
}

function markdown(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
