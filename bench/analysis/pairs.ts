import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Dataset } from '@govexport/schema';

/** One row for each pair of a record and a country: the layout that suits a query engine best. */
export interface Pair {
  readonly year: number;
  readonly country: string;
  readonly venue: string;
  readonly recommended: boolean;
}

/** Rows by year and country, by `year country`. */
export type Cells = ReadonlyMap<string, number>;

/** Gathers counts by year and country. */
export function cellsOf(counts: Iterable<readonly [year: number, country: string, count: number]>): Cells {
  const cells = new Map<string, number>();
  for (const [year, country, count] of counts) if (count > 0) cells.set(`${year} ${country}`, count);
  return cells;
}

/** The pairs of all programs. */
export function pairsOf({ programs }: Dataset): Pair[] {
  return programs.flatMap(({ year, venue, countries, recommended_for_aggregates: recommended }) =>
    countries.map((country) => ({ year, country, venue, recommended })),
  );
}

/** Rows of a gzipped table with the columns fiscal_year and country, such as 1999-2000 and Albania. */
export function readUsRows(file: string): Pair[] {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const names = header.split('\t');
  const [yearAt, countryAt] = [names.indexOf('fiscal_year'), names.indexOf('country')];
  if (yearAt < 0 || countryAt < 0) throw new Error(`${file}: the columns fiscal_year and country are needed.`);
  return lines.map((line) => {
    const cells = line.split('\t');
    return {
      year: Number(cells[yearAt]?.slice(0, 4)),
      country: cells[countryAt] ?? '',
      venue: 'unknown',
      recommended: true,
    };
  });
}
