/** Hono with SQLite: the counts of the facets of the programs from a year to another one. */
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

const [port = ''] = process.argv.slice(2);
const file = fileURLToPath(import.meta.resolve('@govexport/dataset/files/govexport.sqlite'));
const database = new DatabaseSync(file, { readOnly: true });

const years = 'year between ? and ?';
const columns = [
  'domain',
  'sector',
  'frame',
  'format',
  'venue',
  'confidence',
  'year_basis',
  'host_province',
  'trainees',
].map((name) => ({
  name,
  query: `select ${name} as value from programs where ${years} and ${name} not in ('unknown', 'not_shown')`,
}));
const lists = [
  { name: 'country', table: 'programs_countries' },
  { name: 'host_cities', table: 'programs_host_cities' },
  { name: 'topics', table: 'programs_topics' },
].map(({ name, table }) => ({
  name,
  query: `select value from programs join ${table} on program_id = id where ${years}`,
}));

const facets = [...columns, ...lists].map(({ name, query }) => ({
  name,
  counts: database.prepare(
    `select value, count(*) as count from (${query}) group by value order by count desc, value limit ?`,
  ),
}));

const app = new Hono();
app.get('/facets', (c) => {
  const [from, to, values] = ['from', 'to', 'values'].map((name) => Number(c.req.query(name)));
  return c.json(facets.map(({ name, counts }) => ({ name, values: counts.all(from ?? 0, to ?? 9_999, values ?? 10) })));
});
app.get('/healthz', (c) => c.json({ status: 'ok' }));
const listener = getRequestListener(app.fetch);
createServer((request, response) => void listener(request, response)).listen(Number(port), '127.0.0.1');
