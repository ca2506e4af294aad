import { readFileSync } from 'node:fs';
import { loadDataset } from '@govexport/dataset';
import { createCaller } from '@govexport/router';
import { describe, expect, it } from 'vitest';
import { builtFile } from './src/servers.ts';

const caller = createCaller({ dataset: loadDataset() });

interface PanelRow {
  readonly iso2: 'KZ' | 'KG' | 'TJ' | 'TM' | 'UZ';
  readonly year: number;
  readonly programs: number;
  readonly programs_all: number;
}

/** The published panel; its cells need no quotes, so that a line splits at its commas. */
function panel(): PanelRow[] {
  const [header = '', ...lines] = readFileSync(builtFile('@govexport/dataset/csv/country_year.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const place = (name: string): number => header.split(',').indexOf(name);
  return lines.map((line) => {
    const cells = line.split(',');
    const number = (name: string): number => Number(cells[place(name)]);
    return {
      iso2: cells[place('iso2')] as PanelRow['iso2'],
      year: number('year'),
      programs: number('programs'),
      programs_all: number('programs_all'),
    };
  });
}

// The panels are made by the dataset, which may not import the statistics: only here can both be compared.
describe('the panel by country and year counts as the statistic does', () => {
  it.for(['KZ', 'KG', 'TJ', 'TM', 'UZ'] as const)('for %s', async (country) => {
    const rows = panel().filter(({ iso2 }) => iso2 === country);
    const usual = await caller.statistics.frequency({ countries: [country] });
    const all = await caller.statistics.frequency({ countries: [country], scope: 'all' });
    const counts = (answer: typeof usual) => answer.result.total.years.map(({ year, count }) => [year, count]);
    expect(rows.map(({ year, programs }) => [year, programs])).toEqual(counts(usual));
    expect(rows.map(({ year, programs_all }) => [year, programs_all])).toEqual(counts(all));
  });
});
