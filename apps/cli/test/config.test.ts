import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { home, runBuilt } from './run-built.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
const file = join(folder, 'govexport', 'config.json');
mkdirSync(join(folder, 'govexport'));

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs with a configuration in the usual place below XDG_CONFIG_HOME. */
function runWith(config: unknown, args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
  return runBuilt(args, { XDG_CONFIG_HOME: folder, ...variables });
}

const dataset = join(home, 'test/dataset');

describe('the configuration', () => {
  it('names the dataset', async () => {
    const { stdout } = await runWith({ dataset }, ['overview', '--format', 'json']);
    expect(stdout).toContain('"dataset":{"name":"small"');
  });

  it('comes behind a variable and an option', async () => {
    const other = join(home, 'test/versions/after');
    const byVariable = await runWith({ dataset: 'nowhere' }, ['--version'], { GOVEXPORT_DATASET: other });
    expect(byVariable.stdout).toContain('dataset small 1.1.0');
    const byOption = await runWith({ dataset: 'nowhere' }, ['--version', '--dataset', dataset]);
    expect(byOption.stdout).toContain('dataset small 1.0.0');
  });

  it('begins the path of the dataset at its own folder', async () => {
    const { stderr, exit_code } = await runWith({ dataset: 'mine' }, ['overview']);
    expect(stderr).toContain(join(folder, 'govexport', 'mine'));
    expect(exit_code).toBe(3);
  });

  it('says whether output is coloured, and where the site is', async () => {
    expect((await runWith({ dataset, color: 'always' }, ['tables'])).stdout).toContain('\u001B[1m');
    const { stdout } = await runWith({ dataset, site: 'https://data.example.org' }, ['open', 'GX-0060']);
    expect(stdout).toBe('https://data.example.org/programs/GX-0060\n');
  });

  it.each([
    [{ colour: 'red' }, `${file}: colour is no setting; allowed is one of dataset, color, site.`],
    [{ color: 'red' }, `${file}: color is "red"; allowed is one of auto, always, never.`],
    [{ site: 'data' }, `${file}: site is "data"; allowed is an address such as https://data.example.org.`],
    [
      '{',
      `${file} is not JSON (line 1, column 2: close brace expected); expected one JSON object with any of dataset, color, site.`,
    ],
  ])('%j is refused in one sentence', async (config, sentence) => {
    expect(await runWith(config, ['tables'])).toEqual({ stdout: '', stderr: `govexport: ${sentence}\n`, exit_code: 3 });
  });

  it('that a variable names must be there, and an empty one is none', async () => {
    const missing = await runBuilt(['tables'], { GOVEXPORT_CONFIG: join(folder, 'nothing.json') });
    expect(missing.stderr).toContain('nothing.json is missing; expected one JSON object');
    const none = await runWith({ color: 'red' }, ['--version'], { GOVEXPORT_CONFIG: '' });
    expect(none.exit_code).toBe(0);
  });
});

describe('the manual page', () => {
  it('names every command and no line that roff would read as its own', async () => {
    const { stdout, exit_code } = await runBuilt(['manual']);
    expect(exit_code).toBe(0);
    for (const heading of ['.SH NAME', '.SS trend', '.SS dataset verify [PATH]', '.SS export TABLE', '.SH EXIT STATUS'])
      expect(stdout).toContain(`\n${heading}\n`);
    const requests = stdout.split('\n').filter((line) => /^[.']/.test(line));
    expect(requests.filter((line) => !/^\.(TH|SH|SS|TP|B) ?/.test(line))).toEqual([]);
  });
});
