/** Opens addresses with the built program, of a dataset whose sources lie on a server of loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { WARCParser } from 'warcio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { builtFile, home, runBuilt } from './run-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'links-'));
const data = join(folder, 'data');
let asked: string[] = [];
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (url === '/robots.txt') return void response.writeHead(404).end();
    response.writeHead(url.includes('0013') ? 404 : 200, { 'content-type': 'text/html' }).end(`<p>${url}</p>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  rmSync(folder, { recursive: true });
  cpSync(join(home, 'test/dataset'), data, { recursive: true });
  for (const name of readdirSync(join(data, 'sources'))) point(name, origin);
  asked = [];
});

/** Gives a source an address on a server. */
function point(name: string, site: string): void {
  const path = join(data, 'sources', name);
  const source = { ...sourceIn(name), url: `${site}/${name.replace('.json', '')}` };
  writeFileSync(path, `${JSON.stringify(source, null, 2)}\n`);
}

function sourceIn(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(data, 'sources', name), 'utf8')) as Record<string, unknown>;
}

const checking = ['dataset', 'check-links', 'data'];
const fast = [...checking, '--pause', '0'];
const run = (...args: string[]) => runBuilt(args, {}, { folder });

describe('dataset check-links', () => {
  it('fills the records of sources, which stay valid', async () => {
    const { stdout, stderr, exit_code } = await run(...fast);
    expect([stderr.replace(/\d+ of \d+ addresses checked\n/g, ''), exit_code]).toEqual(['', 0]);
    const names = readdirSync(join(data, 'sources'));
    expect(stdout).toContain(`${names.length} links of data: ${names.length - 1} ok, 1 gone.`);
    expect(sourceIn('S-0013.json')).toMatchObject({ link_status: 'gone' });
    expect(sourceIn('S-0001.json')).toMatchObject({ link_status: 'ok' });
    expect(sourceIn('S-0001.json')['link_checked']).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await run('dataset', 'validate', 'data')).exit_code).toBe(0);
  });

  it('that was killed goes on where it was', async () => {
    const child = spawn(process.execPath, [builtFile, ...checking, '--pause', '0.05'], {
      cwd: folder,
      stdio: 'ignore',
    });
    while (asked.length < 6 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const known = (JSON.parse(readFileSync(join(folder, 'link-checks.json'), 'utf8')) as { checks: unknown[] }).checks;
    expect(known.length).toBeGreaterThan(0);
    const before = asked.length;
    const { stdout } = await run(...fast);
    const total = readdirSync(join(data, 'sources')).length;
    expect(stdout.replace(/\s+/g, ' ')).toContain(`${total - known.length} opened now, ${known.length} earlier`);
    expect(asked.length - before).toBe(total - known.length + 1);
    expect(readdirSync(folder).sort()).toEqual(['data', 'link-checks.json']);
  });

  it('takes a machine without a network for that, and not for pages that are lost', async () => {
    const before = sourceIn('S-0001.json');
    for (const name of readdirSync(join(data, 'sources'))) point(name, 'http://127.0.0.1:9');
    const { stderr, exit_code } = await run(...fast);
    expect(stderr).toMatch(/No server answered at any of the \d+ addresses; expected a network. No record was changed/);
    expect(exit_code).toBe(3);
    expect(sourceIn('S-0001.json')['link_status']).toBe(before['link_status']);
    expect(readFileSync(join(folder, 'link-checks.json'), 'utf8')).toBe('{\n  "checks": []\n}\n');
  });

  it.each([
    [['--timemap', 'archive'], '--timemap is "archive"; allowed is the address of a TimeMap service'],
    [['--pause', 'x'], '--pause is "x"; allowed is a number of seconds from 0 to 3600'],
    [['--time-limit', '9999'], '--time-limit is 9999; allowed is a number of seconds from 0 to 600'],
  ])('refuses %j', async (args, sentence) => {
    const { stderr, exit_code } = await run(...checking, ...args);
    expect(stderr).toContain(sentence);
    expect(exit_code).toBe(2);
    expect(asked).toEqual([]);
  });
});

describe('dataset snapshot', () => {
  const storing = ['dataset', 'snapshot', 'S-0001', '--output', 'copies', '--dataset', 'data'];

  it('stores what the server answered as a web archive', async () => {
    expect((await run(...storing)).exit_code).toBe(0);
    const [name = ''] = readdirSync(join(folder, 'copies'));
    expect(name).toMatch(/^S-0001-\d{4}-\d\d-\d\d\.wacz$/);
    const files = unzipSync(readFileSync(join(folder, 'copies', name)));
    expect(Object.keys(files)).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdxj',
      'pages/pages.jsonl',
      'datapackage.json',
      'datapackage-digest.json',
    ]);
    const record = await WARCParser.parse([files['archive/data.warc.gz'] ?? new Uint8Array()]);
    expect(await record?.contentText()).toBe('<p>/S-0001</p>');
    expect(record?.warcTargetURI).toBe(`${origin}/S-0001`);
    expect(record?.httpHeaders?.headers.get('content-type')).toBe('text/html');
  });

  it.each([
    [['S-9999', '--output', 'copies'], 2, 'SOURCE is "S-9999"; allowed is the id of a source.'],
    [['S-0001', '--output', 'data/copies'], 3, 'data/copies lies in the dataset; expected a folder outside of it.'],
  ])('refuses %j', async (args, code, sentence) => {
    const { stderr, exit_code } = await run('dataset', 'snapshot', ...args, '--dataset', 'data');
    expect(stderr).toContain(sentence);
    expect(exit_code).toBe(code);
    expect(existsSync(join(folder, 'copies'))).toBe(false);
  });
});
