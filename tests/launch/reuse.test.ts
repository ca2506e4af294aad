import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(repository, 'docs/reuse.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'reuse-'));
const program = join(
  dirname(createRequire(import.meta.url).resolve('@govexport/cli/package.json')),
  'dist/govexport.js',
);

beforeAll(() => {
  const command = join(folder, 'govexport');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(command, 0o755);
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a text as a shell reads it and gives back what it printed; it fails at the first command that fails. */
function shell(text: string, cwd = folder): string {
  const PATH = [folder, dirname(process.execPath), process.env['PATH'] ?? ''].join(':');
  const env = { PATH, HOME: folder, TMPDIR: tmpdir(), REPOSITORY: repository };
  return execFileSync('bash', ['-euo', 'pipefail', '-c', text], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** The blocks of the page in a language, under each heading. */
function blocks(language: string): [heading: string, code: string][] {
  return page.split(/^## /m).flatMap((section) => {
    const [heading = ''] = section.split('\n');
    const found = [...section.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))];
    return found.map(([, code = '']): [string, string] => [heading, code]);
  });
}

describe('docs/reuse.md, from nothing to a site', () => {
  it('has commands under every heading but that of the form', () => {
    const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect([...new Set(blocks('sh').map(([heading]) => heading))]).toEqual(
      headings.filter((heading) => heading !== 'Use the schemas in a form'),
    );
  });

  it.each(blocks('sh'))('%s', { timeout: 300_000 }, (heading, code) => {
    const printed = shell(code);
    if (heading === 'Publish the site') expect(printed).toContain('addresses are written to');
    if (heading === 'Ask, build, cite') expect(printed).toContain('author = {{Example project}}');
  });

  it('leaves a valid dataset without the example, which the workflow of GitHub validates', () => {
    const home = join(folder, 'my-records');
    const ids = readdirSync(join(home, 'data/programs'));
    expect(ids).toEqual(['GX-0001.json', 'GX-0002.json', 'GX-0003.json', 'GX-0004.json']);
    const workflow = readFileSync(join(home, '.github/workflows/dataset.yml'), 'utf8');
    const [, line = ''] = /^ +- run: (.*)$/m.exec(workflow) ?? [];
    expect(line).toMatch(/^npx --yes @govexport\/cli@\d+\.\d+\.\d+ dataset validate data$/);
    expect(shell(line.replace(/^npx --yes @govexport\/cli@\S+/, 'govexport'), home)).toContain(
      'data is valid: 8 records',
    );
  });

  it('makes pages of these records', () => {
    const read = (file: string) => readFileSync(join(folder, 'site', file), 'utf8');
    expect(read('programs/GX-0004/index.html')).toContain('Customs (invented)');
    expect(read('ru/index.html')).toContain('lang="ru"');
    expect(read('index.html')).toContain('Training programs of Norway for officials of Georgia and Moldova');
    expect(existsSync(join(folder, 'site/programs/GX-0005/index.html'))).toBe(false);
  });

  it.each(blocks('ts'))('%s', (_, code) => {
    writeFileSync(join(folder, 'form.ts'), code);
    const printed = shell('node --experimental-strip-types --no-warnings form.ts');
    expect(printed.trim().split('\n')).toEqual([...code.matchAll(/\/\/ => (.*)$/gm)].map(([, said]) => said));
  });
});
