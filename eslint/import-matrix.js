/**
 * Who may import what. This table is the only place where it is written; the lint rule and the boundaries test read it.
 *
 * @typedef {'no' | 'types' | 'yes'} Permission
 * @typedef {{ name: string, files: RegExp, may: Record<string, Permission>, only?: Record<string, RegExp>,
 *   remedies?: Record<string, string> }} Zone
 */

/** What can be imported, by the shape of its name, and what to do where it is not allowed. */
export const targets = {
  schema: {
    names: /^@govexport\/schema(\/|$)/,
    remedy: 'Take the type with "import type", and let the server hand over the value.',
  },
  dataset: {
    names: /^@govexport\/dataset(\/|$)/,
    remedy: 'Take the dataset as an argument; the apps open it with openDataset of "@govexport/router/node".',
  },
  analysis: {
    names: /^@govexport\/analysis(\/|$)/,
    remedy: 'Call the statistic through "@govexport/router", so that every surface computes the same.',
  },
  charts: {
    names: /^@govexport\/charts(\/|$)/,
    remedy: 'Charts are drawn where answers are shown: only apps/api and apps/web import "@govexport/charts".',
  },
  http: {
    names: /^@govexport\/http(\/|$)/,
    remedy:
      'Answers are kept and sent where they are served: only apps/api and the server of apps/web import "@govexport/http".',
  },
  lists: {
    names: /^@govexport\/router\/list-text$/,
    remedy: 'Decode the whole input with "@govexport/router".',
  },
  router: {
    names: /^@govexport\/router(\/|$)/,
    remedy: 'Move the shared part down to the package that owns it: the router is the last stop before the apps.',
  },
  apps: {
    names: /^@govexport\/(api|web|cli)(\/|$)/,
    remedy: 'No app is imported: move the shared part to a package that both may import.',
  },
  hono: { names: /^(hono(\/|$)|@hono\/)/, remedy: 'Only apps/api serves HTTP with Hono: move the code there.' },
  svelte: {
    names: /^(svelte(\/|$)|@sveltejs\/|\$app\/|\$env\/)/,
    remedy: 'Only apps/web and packages/charts know Svelte: move the code there.',
  },
  duckdb: {
    names: /^@duckdb\//,
    remedy: 'Ask DuckDB through "@govexport/analysis/engines/duckdb", which loads it when it is asked for.',
  },
  clickhouse: {
    names: /^@clickhouse\//,
    remedy: 'Ask ClickHouse through "@govexport/analysis/engines/clickhouse", which loads it when it is asked for.',
  },
  node: {
    names: /^node:/,
    remedy: 'Keep this module free of its host: read files in a Node entry or in an app, and pass the content on.',
  },
};

/** The first zone whose pattern matches a file (by its path from the root of the workspace) rules it. @type {Zone[]} */
export const zones = [
  { name: 'schema', files: /^packages\/schema\/src\//, may: {} },
  {
    name: 'dataset, Node entry',
    files: /^packages\/dataset\/src\/(node|assemble-dataset|read-[a-z-]+)\.ts$/,
    may: { schema: 'yes', node: 'yes' },
  },
  {
    name: 'dataset, maintenance',
    files:
      /^packages\/dataset\/src\/(maintain\.ts$|(begin|validation|folders|records|reviews|import|storage|derived|changes|links|locations|verify)\/)/,
    may: { schema: 'yes', node: 'yes' },
  },
  { name: 'dataset, runtime', files: /^packages\/dataset\/src\//, may: { schema: 'yes' } },
  {
    name: 'dataset, scripts',
    files: /^packages\/dataset\/scripts\//,
    may: { schema: 'yes', dataset: 'yes', node: 'yes' },
  },
  {
    name: 'analysis, DuckDB',
    files: /^packages\/analysis\/src\/engines\/duckdb(\.ts$|\/)/,
    may: { schema: 'yes', duckdb: 'yes', node: 'yes' },
  },
  {
    name: 'analysis, ClickHouse',
    files: /^packages\/analysis\/src\/engines\/clickhouse(\.ts$|\/)/,
    may: { schema: 'yes', clickhouse: 'yes', node: 'yes' },
  },
  { name: 'analysis', files: /^packages\/analysis\/src\//, may: { schema: 'yes' } },
  {
    name: 'charts, pictures',
    files: /^packages\/charts\/src\/pictures\//,
    may: { node: 'yes' },
  },
  {
    name: 'charts, scripts',
    files: /^packages\/charts\/scripts\//,
    may: { node: 'yes' },
  },
  {
    name: 'charts',
    files: /^packages\/charts\/src\//,
    may: { analysis: 'yes', svelte: 'yes' },
    only: { analysis: /^@govexport\/analysis\/tables$/ },
    remedies: {
      analysis:
        'A chart draws an answer and computes none: take how numbers are written, and let the app hand over the tables.',
      node: 'Charts are also drawn in the browser: only src/pictures/ reads files.',
    },
  },
  { name: 'http, Node entry', files: /^packages\/http\/src\/node(\.ts$|\/)/, may: { node: 'yes' } },
  {
    name: 'http',
    files: /^packages\/http\/src\//,
    may: {},
    remedies: {
      node: 'Answers are also kept on other runtimes: only src/node.ts and src/node/ take what Node alone has.',
    },
  },
  {
    name: 'router, Node entry',
    files: /^packages\/router\/src\/(node|published|statistics-program|statistics-worker)\.ts$/,
    may: { schema: 'yes', dataset: 'yes', analysis: 'yes', node: 'yes' },
  },
  {
    name: 'router',
    files: /^packages\/router\/src\//,
    may: { schema: 'yes', dataset: 'yes', analysis: 'yes' },
    only: { dataset: /^@govexport\/dataset$/ },
    remedies: { dataset: 'Only src/node.ts of the router opens a dataset from files.' },
  },
  {
    name: 'apps/api',
    files: /^apps\/api\/src\//,
    may: { schema: 'yes', dataset: 'yes', charts: 'yes', http: 'yes', router: 'yes', hono: 'yes', node: 'yes' },
    only: { dataset: /^@govexport\/dataset\/(data\/|(package\.json|parquet|workbook)$)/ },
    remedies: {
      dataset:
        'The API offers the files of the dataset for download and writes tables as they are; it queries them through "@govexport/router".',
    },
  },
  {
    name: 'apps/web, what only Node has',
    files: /^apps\/web\/src\/lib\/server\/host\//,
    may: { http: 'yes', router: 'yes', node: 'yes' },
    only: { router: /^@govexport\/router\/node$/ },
  },
  {
    name: 'apps/web, server in the browser',
    files: /^apps\/web\/src\/worker\//,
    may: { schema: 'types', http: 'yes' },
  },
  {
    name: 'apps/web, server',
    files: /^apps\/web\/src\/(.*\.server\.ts$|.*\+server\.ts$|lib\/server\/)/,
    may: { schema: 'yes', charts: 'yes', http: 'yes', router: 'yes', lists: 'yes', svelte: 'yes' },
    remedies: { node: 'Open the dataset with "@govexport/router/node" and read settings from "$env/dynamic/private".' },
  },
  {
    name: 'apps/web, recomputing in the browser',
    files: /^apps\/web\/src\/(.*\/)?recompute\.ts$/,
    may: { schema: 'types', charts: 'yes', router: 'types', analysis: 'yes', svelte: 'yes' },
    only: { analysis: /^@govexport\/analysis\/(compute\/|query\/|facts$)/ },
  },
  {
    name: 'apps/web, browser',
    files: /^apps\/web\/src\//,
    may: { schema: 'types', charts: 'yes', router: 'types', lists: 'yes', svelte: 'yes' },
    only: { charts: /^@govexport\/charts(\/[A-Z]\w+\.svelte|\/charts\.css)?$/ },
    remedies: {
      charts: 'Pictures that stand alone are made on the server, in lib/server or a +server.ts.',
      router: 'The browser takes types only: load values in +page.server.ts and pass them to the page.',
      schema: 'The browser takes types only: load values in +page.server.ts and pass them to the page.',
      node: 'This code also runs in the browser: move it to +page.server.ts.',
    },
  },
  {
    name: 'apps/cli, work on folders',
    files: /^apps\/cli\/src\/maintain\//,
    may: { schema: 'yes', dataset: 'yes', router: 'yes', node: 'yes' },
    only: { dataset: /^@govexport\/dataset\/(maintain|json)$/ },
    remedies: {
      dataset: 'Work on folders takes "@govexport/dataset/maintain"; answers come from "@govexport/router".',
    },
  },
  {
    name: 'apps/cli',
    files: /^apps\/cli\/src\//,
    may: { schema: 'yes', dataset: 'yes', router: 'yes', node: 'yes' },
    only: { dataset: /^@govexport\/dataset\/json$/ },
    remedies: {
      dataset: 'Only src/maintain/ takes "@govexport/dataset/maintain", so that no answer loads it; ask the router.',
    },
  },
  {
    name: 'bench',
    files: /^bench\//,
    may: {
      ...{ schema: 'yes', dataset: 'yes', analysis: 'yes', router: 'yes', hono: 'yes', node: 'yes', apps: 'yes' },
      duckdb: 'yes',
    },
    only: { apps: /^@govexport\/web\/e2e\// },
    remedies: { apps: 'Of an app the benchmarks take only what starts it and the browser for its tests.' },
  },
];
