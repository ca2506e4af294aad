// The hash of a dataset folder without any code of the packages: what a reader in another language would write.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const folder = process.argv[2];
const read = (path) => readFileSync(`${folder}/${path}`, 'utf8');

const numbers = {
  codings: ['round'],
  indicators: ['year', 'value'],
  countries: ['cow_code', 'gw_code', 'geoname_id'],
  places: ['latitude', 'longitude'],
  borders: ['length_km'],
  us_training_totals: ['rows', 'trainees', 'trainees_known_rows', 'cost_usd', 'cost_known_rows'],
  aid_projects: ['project_id', 'year', 'amount', 'usd_current', 'usd_constant', 'usd_constant_base'],
};

const order = [
  'programs',
  'sources',
  'partnerships',
  'transfers',
  'adoptions',
  'agreements',
  'institutions',
  'pledges_and_totals',
  'rights_events',
  'codings',
  'leads',
  'indicators',
  'countries',
  'places',
  'borders',
  'us_training_totals',
  'aid_projects',
  'aliases',
  'withdrawn',
];

function records(table) {
  const names = readdirSync(`${folder}/${table}`).sort();
  return names.map((name) => JSON.parse(read(`${table}/${name}`)));
}

function cells(line) {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return found.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

function series(table) {
  const [header, ...lines] = read(`${table}.csv`).trimEnd().split('\n').map(cells);
  return lines.map((row) =>
    Object.fromEntries(
      header.map((field, index) => {
        const text = row[index];
        if (text === '') return [field, null];
        return [field, (numbers[table] ?? []).includes(field) ? Number(text) : text];
      }),
    ),
  );
}

// The published files stand in the order of their keys. A table that nobody filled is no part of the content.
const content = { meta: JSON.parse(read('dataset.json')) };
const names = readdirSync(folder);
for (const table of order) {
  const rows = names.includes(`${table}.csv`) ? series(table) : records(table);
  if (rows.length > 0) content[table] = rows;
}
console.log(createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex'));
