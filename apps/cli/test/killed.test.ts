/** Kills the program in the middle of its work and looks at what it leaves. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFile, home, runBuilt } from './run-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-'));
const rows = 1500;
const importing = [
  'dataset',
  'import',
  'large.csv',
  '--mapping',
  join(home, 'test/import/mapping.json'),
  '--output',
  'out',
];

beforeAll(() => {
  const header = 'No,Year,Dates,Country,Topic,Host,City,Participants,Technology,Link,Source,Published,Remarks\n';
  const row = '1,2014,2014,Uzbekistan,Customs control,,,,,https://example.org/customs,Example News,2014,\n';
  writeFileSync(join(folder, 'large.csv'), header + row.repeat(rows));
});
afterAll(() => rmSync(folder, { recursive: true }));

function started(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [builtFile, ...args], { cwd: folder, stdio: 'ignore' });
}

/** Waits until something is there or the process has ended. */
async function until(isThere: () => boolean, child: ChildProcess): Promise<void> {
  while (!isThere() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
}

function aside(): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.out'));
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

describe('an import that is killed', { timeout: 240_000 }, () => {
  it('while it writes leaves no folder, and the next one tidies up', async () => {
    const child = started(importing);
    const half = () => aside().some((name) => existsSync(join(folder, name, 'programs', 'GX-0100.json')));
    await until(half, child);
    await killed(child);
    expect(child.signalCode).toBe('SIGKILL');
    expect(existsSync(join(folder, 'out'))).toBe(false);
    expect(aside()).toHaveLength(1);

    expect((await runBuilt(importing, {}, { folder })).exit_code).toBe(0);
    expect(aside()).toEqual([]);
    expect(readdirSync(join(folder, 'out/programs'))).toHaveLength(rows);
    const { stdout, exit_code } = await runBuilt(['overview', '--dataset', 'out', '--format', 'csv'], {}, { folder });
    expect(exit_code).toBe(0);
    expect(stdout).toContain(String(rows));
  });

  it('before it writes leaves nothing', async () => {
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    const child = started(importing);
    await once(child, 'spawn');
    await killed(child);
    expect(readdirSync(folder)).toEqual(['large.csv']);
  });
});

describe('a build that is killed while it replaces another', { timeout: 240_000 }, () => {
  it('leaves the former one or the new one, whole', async () => {
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    const building = ['dataset', 'build', join(home, 'test/dataset'), '--output', 'out', '--replace'];
    expect((await runBuilt(building, {}, { folder })).exit_code).toBe(0);
    const files = readdirSync(join(folder, 'out'), { recursive: true }).length;
    const child = started(building);
    await until(() => aside().length > 0, child);
    await killed(child);
    expect((await runBuilt(building, {}, { folder })).exit_code).toBe(0);
    expect(aside()).toEqual([]);
    expect(readdirSync(join(folder, 'out'), { recursive: true })).toHaveLength(files);
  });
});
