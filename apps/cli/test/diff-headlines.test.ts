import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { home, runBuilt } from './run-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'headlines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const before = join(home, 'test/dataset');

it('shows which headlines a correction changes', async () => {
  const after = join(folder, 'after');
  cpSync(before, after, { recursive: true });
  const file = join(after, 'programs/GX-0001.json');
  const record = JSON.parse(readFileSync(file, 'utf8')) as { security_related: boolean | null };
  const security_related = record.security_related !== true;
  writeFileSync(file, `${JSON.stringify({ ...record, security_related }, null, 2)}\n`);

  const args = ['dataset', 'diff', before, after, '--headlines'];
  const { stdout, exit_code } = await runBuilt([...args, '--format', 'json']);
  expect(exit_code).toBe(0);
  const { headlines } = JSON.parse(stdout) as { headlines: { statistic: string; before: string; after: string }[] };
  expect(headlines.map(({ statistic }) => statistic)).toContain('share');
  for (const one of headlines) expect(one.before).not.toBe(one.after);
  const markdown = await runBuilt([...args, '--format', 'md']);
  expect(markdown.stdout).toContain('### Effect on headline numbers\n\n- `');
});

it('says that none changes where none does', async () => {
  const { stdout } = await runBuilt(['dataset', 'diff', before, before, '--headlines', '--format', 'md']);
  expect(stdout).toMatch(/### Effect on headline numbers\n\nNone\.\n+$/);
});
