import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addressedOperations } from '@govexport/router';
import { csvNameOf, flatTablesOf, tables } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { packageFiles } from '../src/files/package-files.ts';
import { Problem } from '../src/problems/problem.ts';
import { app, ask, askOf, dataset } from './app.ts';

const { version } = dataset.meta;
const base = `/v1/data/${version}`;
const home = fileURLToPath(new URL('.', import.meta.resolve('@govexport/dataset/package.json')));
const files = [...packageFiles().values()];
const immutable = 'public, max-age=31536000, immutable';

async function bytesOf(path: string, init: RequestInit = {}) {
  const response = await app.fetch(new Request(`http://localhost${path}`, init));
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('a version of the data', () => {
  it('has every file of the package byte for byte, for ever', async () => {
    expect(files.length).toBeGreaterThan(400);
    for (const { path, sha256: expected } of files) {
      const { response, bytes } = await bytesOf(`${base}/${path}`);
      expect([path, response.status, sha256(bytes)]).toEqual([path, 200, expected]);
      expect(response.headers.get('cache-control')).toBe(immutable);
      expect(response.headers.get('etag')).toBe(`"${expected}"`);
    }
  });

  it('has the files that SHA256SUMS lists, with those sums', async () => {
    const { text } = await ask(`${base}/SHA256SUMS`);
    const sums = text.trimEnd().split('\n');
    expect(sums.length).toBeGreaterThan(40);
    for (const line of sums) {
      const [sum = '', path = ''] = line.split('  ');
      expect([path, sha256((await bytesOf(`${base}/${path}`)).bytes)]).toEqual([path, sum]);
    }
  });

  it('lists its files and documents, all of which answer', async () => {
    const manifest = JSON.parse((await ask(base)).text) as Record<'files' | 'documents', { address: string }[]>;
    expect(manifest.files.map(({ address }) => address)).toEqual(files.map(({ path }) => `${base}/${path}`));
    for (const { address } of manifest.documents)
      expect([address, (await ask(address)).status]).toEqual([address, 200]);
  });

  it('sends a part of a file, and tells a part that there is not', async () => {
    const path = `${base}/files/govexport.sqlite`;
    const whole = (await bytesOf(path)).bytes;
    for (const [range, first, end] of [
      ['bytes=0-99', 0, 100],
      ['bytes=100-', 100, whole.length],
      ['bytes=-16', whole.length - 16, whole.length],
      ['bytes=5-99999999', 5, whole.length],
    ] as const) {
      const { response, bytes } = await bytesOf(path, { headers: { range, 'accept-encoding': 'br' } });
      expect([range, response.status]).toEqual([range, 206]);
      expect(response.headers.get('content-range')).toBe(`bytes ${first}-${end - 1}/${whole.length}`);
      expect(sha256(bytes)).toBe(sha256(whole.subarray(first, end)));
    }
    const beyond = await ask(path, { headers: { range: `bytes=${whole.length}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    for (const headers of [{ range: 'lines=1-2' }, { range: 'bytes=9-3' }, { range: 'bytes=0-1', 'if-range': '"old"' }])
      expect((await bytesOf(path, { headers })).response.status).toBe(200);
  });

  it('has every operation with the same bytes as without a version', async () => {
    for (const [path, policy] of [
      ['/statistics/trend?from=2007', 'public, max-age=86400'],
      ['/programs?limit=2', immutable],
      ['/programs/GX-0001', immutable],
      ['/programs.csv', immutable],
      ['/meta', immutable],
    ] as const) {
      const [versioned, plain] = [await ask(base + path), await ask(`/v1${path}`)];
      expect([versioned.status, versioned.text]).toEqual([200, plain.text]);
      expect([path, versioned.headers.get('cache-control')]).toEqual([path, policy]);
      expect(plain.headers.get('cache-control')).toBe('public, no-cache');
    }
  });

  it('is where latest leads, with the query', async () => {
    const { status, headers } = await ask('/v1/data/latest/statistics/trend.csv?from=2007&to=2020');
    expect([status, headers.get('location')]).toEqual([302, `${base}/statistics/trend.csv?from=2007&to=2020`]);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect((await ask('/v1/data/latest')).headers.get('location')).toBe(base);
    expect((await ask('/v1/data/latest//example.org')).headers.get('location')).toBe(`${base}//example.org`);
  });

  it('that is not served is a refusal that says which one is, and where the others are', async () => {
    for (const path of ['/v1/data/9.9.9', '/v1/data/9.9.9/csv/programs.csv', '/v1/data/9.9.9/statistics/trend']) {
      const { status, text } = await ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(Problem.parse(JSON.parse(text)).detail).toBe(
        `version is "9.9.9"; allowed is ${version}, the version that is served, or latest. ` +
          'Every published version is the npm package @govexport/dataset of the same version.',
      );
    }
  });

  it.each([
    '/package.json',
    '/dist/index.js',
    '/csv/../package.json',
    '/csv/%2e%2e/package.json',
    '/csv/..%2f..%2fpackage.json',
    '/%2fetc%2fpasswd',
    '/..%5c..%5cpackage.json',
    '/csv/programs.csv%00',
    '/constructor',
    '/csv',
    '/csv/',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await ask(base + path);
    expect([status, Problem.parse(JSON.parse(text)).code]).toEqual([404, 'not-found']);
  });

  it('of a dataset of one’s own has no files, and may change', async () => {
    const own = createApp({ dataset });
    const { status, text } = await askOf(own, `${base}/csv/programs.csv`);
    expect([status, Problem.parse(JSON.parse(text)).detail]).toEqual([
      404,
      'There is no file "csv/programs.csv": this server has a dataset of its own, and files only for the published one.',
    ]);
    const codebook = await askOf(own, `${base}/codebook.json`);
    expect([codebook.status, codebook.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
  });
});

describe('the documents', () => {
  it('are those of the package', async () => {
    for (const name of ['codebook.json', 'codebook.md'])
      expect((await ask(`/v1/${name}`)).text).toBe(readFileSync(`${home}${name}`, 'utf8'));
  });

  it('hold the schema of the records of every table', async () => {
    for (const table of tables) {
      const schema = JSON.parse((await ask(`/v1/schema/${table.name}.json`)).text) as { properties: object };
      expect(Object.keys(schema.properties)).toEqual(Object.keys(table.record.shape));
    }
  });

  it('describe the columns of every CSV as the Data Package does', async () => {
    const described = JSON.parse(readFileSync(`${home}datapackage.json`, 'utf8')) as {
      resources: { path: string; schema: { fields: object[] } }[];
    };
    for (const table of tables.flatMap(flatTablesOf)) {
      const resource = described.resources.find(({ path }) => path === `csv/${csvNameOf(table)}`);
      const schema = JSON.parse((await ask(`/v1/table-schema/${table.name}.json`)).text) as object;
      // A key that no table refers by is left out of the package.
      expect(schema).toEqual({ foreignKeys: [], ...resource?.schema });
    }
  });

  it('have addresses that no operation and no file has', () => {
    const routes = addressedOperations.map(({ path }) => path.slice(1));
    const taken = routes.filter((route) => files.some(({ path }) => path === route || path.startsWith(`${route}/`)));
    expect(taken).toEqual([]);
  });
});
