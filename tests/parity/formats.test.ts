import { readFileSync } from 'node:fs';
import { loadDataset } from '@govexport/dataset';
import { flatRowsOf, present, statisticNames, type StatisticAnswer } from '@govexport/router';
import { escapedCsvText, flatTablesOf, tables, type Table } from '@govexport/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, optionsOf, parametersOf } from './src/cases.ts';
import { ndjsonRecords, parquetContent, sortedLines, workbookCsv } from './src/read-files.ts';
import { builtFile, startApi, startSite, type Server } from './src/servers.ts';
import { bytesOf, library, runCli, textOf } from './src/surfaces.ts';

const { version } = loadDataset().meta;
let servers: Server[] = [];
let [api, site] = ['', ''];

beforeAll(async () => {
  servers = await Promise.all([startApi(), startSite()]);
  [api = '', site = ''] = servers.map(({ origin }) => origin);
}, 60_000);

afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** A file of the package as it is published. */
function packed(path: string): Buffer {
  return readFileSync(builtFile(`@govexport/dataset/${path}`));
}

/** What a command prints, with the line break at its end. */
async function printed(words: readonly string[]): Promise<string> {
  return `${await runCli(words)}\n`;
}

describe.each(tables.map(({ name }) => name))('the table %s', (name) => {
  const table = tables.find((one) => one.name === name) as unknown as Table;
  const [flat = flatTablesOf(table)[0]] = flatTablesOf(table);
  const address = (format: string, query = '') => `${api}/v1/${name}.${format}${query}`;

  it('is one CSV in the package, on the site and of the API, and the rows of every list', async () => {
    const csv = packed(`csv/${name}.csv`).toString();
    expect(await textOf(`${site}/data/${name}.csv`)).toBe(csv);
    expect(await textOf(`${api}/v1/data/${version}/csv/${name}.csv`)).toBe(csv);
    // A list is sorted in its own way.
    expect(sortedLines(await textOf(address('csv')))).toEqual(sortedLines(csv));
  });

  it('has the same cells and types in each format', async () => {
    const [packedCsv, listedCsv] = [packed(`csv/${name}.csv`).toString(), await textOf(address('csv'))];
    const columns = flat?.rowsOf([]).columns;
    expect(await parquetContent(packed(`files/${name}.parquet`))).toEqual({ csv: packedCsv, columns });
    expect(await parquetContent(await bytesOf(address('parquet')))).toEqual({ csv: listedCsv, columns });
    expect(await workbookCsv(await bytesOf(address('xlsx')))).toBe(listedCsv);
  });

  it('has the same records in JSON and NDJSON, and they are the rows of the CSV', async () => {
    const [packedText, listedText] = [packed(`files/${name}.ndjson`).toString(), await textOf(address('ndjson'))];
    expect(JSON.parse(packed(`files/${name}.json`).toString())).toEqual(ndjsonRecords(packedText));
    expect(listedText.split('\n').sort()).toEqual(packedText.split('\n').sort());
    const rows = flat?.rowsOf(ndjsonRecords(listedText));
    expect(rows && escapedCsvText(rows)).toBe(await textOf(address('csv')));
  });

  it('is printed by the command line as the API answers', async () => {
    const fields = Object.keys(table.record.shape).slice(-2).join();
    for (const [format, words, query] of [
      ['csv', ['--limit', '3'], '?limit=3'],
      ['ndjson', ['--limit', '3', '--fields', fields], `?limit=3&fields=${fields}`],
    ] as const) {
      const rows = await textOf(address(format, query));
      if (rows !== '') expect(await printed([name, 'list', ...words, '--format', format])).toBe(rows);
    }
  });
});

describe.each(statisticNames.map((name, at) => [name, at] as const))('the main table of %s', (statistic, at) => {
  const own = cases.filter((one) => one.statistic === statistic);
  // Each statistic with another filter, so that each filter is asked.
  const { input } = own[at % own.length] ?? { input: {} };
  const address = (format: string, given = input) =>
    `${api}/v1/statistics/${statistic}.${format}?${parametersOf(given)}`;
  const main = async (given = input) =>
    present(JSON.parse(await library({ statistic, input: given })) as StatisticAnswer, loadDataset().meta);

  it.each([['as asked', input] as const, ['of no record', { from: 1990, to: 1990 }] as const])(
    'has the same cells and types in each format, %s',
    async (_, given) => {
      const [table] = (await main(given)).tables;
      const rows = table && flatRowsOf(table);
      const csv = rows && escapedCsvText(rows);
      expect(await textOf(address('csv', given))).toBe(csv);
      expect(await parquetContent(await bytesOf(address('parquet', given)))).toEqual({ csv, columns: rows?.columns });
      expect(await workbookCsv(await bytesOf(address('xlsx', given)))).toBe(csv);
      expect(ndjsonRecords(await textOf(address('ndjson', given)))).toEqual(rows?.rows);
    },
  );

  it('is printed by the command line as the API answers', async () => {
    const { finding, tables: shown } = await main();
    for (const format of ['csv', 'ndjson']) {
      const text = await textOf(address(format));
      if (text !== '') expect(await printed([statistic, ...optionsOf(input), '--format', format])).toBe(text);
    }
    const blocks = (await printed([statistic, ...optionsOf(input), '--format', 'md'])).split('\n\n');
    expect(blocks[0]?.replaceAll('\\', '')).toBe(finding);
    const lines = blocks.flatMap((block) => (block.startsWith('| ') ? [block.trimEnd().split('\n').length] : []));
    expect(lines).toEqual(shown.filter(({ rows }) => rows.length > 0).map(({ rows }) => rows.length + 2));
  });

  it('is the file of the chart that the site draws of it', async () => {
    const { tables: shown, chart } = await main();
    const table = shown.find(({ name }) => name === chart?.table);
    const response = await fetch(`${site}/charts/${statistic}.csv?${parametersOf(input)}`);
    expect([response.status, await response.text()]).toEqual(
      table === undefined ? [404, expect.any(String)] : [200, escapedCsvText(flatRowsOf(table))],
    );
  });
});

it('of chosen records is the same file on the site as of the API', async () => {
  const query = '?countries=KG&from=2015';
  expect(sortedLines(await textOf(`${site}/explore.csv${query}`))).toEqual(
    sortedLines(await textOf(`${api}/v1/programs.csv${query}`)),
  );
});

it('the codebook is the same text in the package and of the API', async () => {
  for (const format of ['md', 'json']) {
    expect(await textOf(`${api}/v1/codebook.${format}`)).toBe(packed(`codebook.${format}`).toString());
  }
});
