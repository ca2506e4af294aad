import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtFile, home, runBuilt } from './run-built.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

const share = ['share', '--from', '2008', '--scope', 'article', '--format', 'json'];

/** Runs with a cache folder of its own. */
async function ask(args: readonly string[], variables: Readonly<Record<string, string>> = {}, file = builtFile) {
  return runBuilt(args, { XDG_CACHE_HOME: cache, ...variables }, { file });
}

function files(): string[] {
  const folder = join(cache, 'govexport/answers');
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Puts other words in the place of each kept answer, to see whether it is printed. */
function mark(): void {
  for (const file of files()) {
    const [question = ''] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${question}\nkept\n`);
  }
}

describe('an answer of the published dataset', () => {
  it('is kept, and printed when the same is asked again in other words', async () => {
    const computed = await ask(share);
    expect(await ask(share)).toEqual(computed);
    expect(files()).toHaveLength(1);
    expect(statSync(files()[0] ?? '').mode & 0o777).toBe(0o600);
    mark();
    const same = ['--format=json', 'share', '--scope=article', '--from=2008'];
    expect((await ask(same)).stdout).toBe('kept\n');
    expect(await ask([...share, '--no-cache'])).toEqual(computed);
  });

  it.each([
    ['another option', [...share, '--level', '0.9'], {}],
    ['another format', share.with(-1, 'csv'), {}],
    ['another dataset', [...share, '--dataset', 'test/dataset'], {}],
    ['another dataset of a variable', share, { GOVEXPORT_DATASET: 'test/dataset' }],
  ])('is not taken for %s', async (_, args, variables) => {
    await ask(share);
    mark();
    const { stdout, exit_code } = await ask(args, variables);
    expect([stdout === 'kept\n', exit_code]).toEqual([false, 0]);
  });

  it('is not taken by a program with other records', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'program-'));
    cpSync(dirname(builtFile), copy, { recursive: true });
    await ask(share);
    mark();
    const { stdout } = await ask(share, {}, join(copy, 'govexport.js'));
    rmSync(copy, { recursive: true });
    expect(stdout).toContain('"statistic":"share"');
  });

  it('is one of 512 at most', async () => {
    await ask(share);
    const [file = ''] = files();
    for (let number = 1; number < 512; number += 1) writeFileSync(`${file}-${number}`, 'old');
    await ask([...share, '--level', '0.9']);
    expect(files()).toHaveLength(1);
  });

  it('is computed anew where the file holds the answer to another question', async () => {
    const computed = await ask(share);
    const [file = ''] = files();
    writeFileSync(file, `another question\nkept\n`);
    expect(await ask(share)).toEqual(computed);
    expect(readFileSync(file, 'utf8')).toContain('"statistic":"share"');
  });
});

describe('what is not kept', () => {
  it.each([
    ['a refusal', ['share', '--from', 'abc']],
    ['an answer of another dataset', ['share', '--dataset', 'test/dataset']],
    ['work on folders', ['dataset', 'validate', 'test/dataset']],
    ['what is not to be kept', ['share', '--no-cache']],
  ])('is %s', async (_, args) => {
    await ask(args);
    expect(files()).toEqual([]);
  });

  it('is anything where the folder cannot be written', async () => {
    const { stderr, exit_code } = await runBuilt(share, { XDG_CACHE_HOME: join(home, 'package.json') });
    expect([stderr, exit_code]).toEqual(['', 0]);
  });
});
