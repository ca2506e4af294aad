import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { nodePackage } from './src/node-package.ts';
import { run } from './src/run.ts';

/** The oldest Node that is promised, from the registry as the pinned one is. */
const oldest = '20.18.1';

const home = join(inject('folder'), 'installed');

/** Loaded before the program: nothing may ask the network. */
const noNetwork = `const net = require('node:net');
net.Socket.prototype.connect = () => { throw new Error('the network was asked'); };
globalThis.fetch = () => { throw new Error('the network was asked'); };
`;

beforeAll(() => {
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'empty', private: true }));
  writeFileSync(join(home, 'no-network.cjs'), noNetwork);
  const tarball = inject('tarballs')['@govexport/cli'] ?? '';
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'];
  run('npm', ['install', ...flags, tarball, `${nodePackage()}@${oldest}`], home);
}, 300_000);

describe.each(['oldest', 'pinned'])('the command line alone, installed with npm, on the %s Node', (which) => {
  const program = (): string =>
    which === 'oldest' ? join(home, 'node_modules', nodePackage(), 'bin', 'node') : process.execPath;

  function govexport(...args: string[]): string {
    const file = join(home, 'node_modules/@govexport/cli/dist/govexport.js');
    return run(program(), ['--require', join(home, 'no-network.cjs'), file, ...args], home);
  }

  it('is that Node', () => {
    expect(run(program(), ['--version'], home)).toBe(which === 'oldest' ? `v${oldest}\n` : `${process.version}\n`);
  });

  it('answers overview, kept and computed alike', () => {
    const computed = govexport('overview', '--format', 'json', '--no-cache');
    expect(JSON.parse(computed)).toMatchObject({ statistic: 'overview', dataset: { name: 'govexport' } });
    expect(govexport('overview', '--format', 'json')).toBe(computed);
    expect(govexport('--format', 'json', 'overview')).toBe(computed);
    expect(govexport('overview')).toContain('Shares of the programs whose value is known');
  });

  it('answers claims', () => {
    expect(govexport('claims')).toContain('sha256');
  });

  it('verifies its dataset', () => {
    expect(govexport('dataset', 'verify')).toMatch(/^govexport \d+\.\d+\.\d+ is what was published\./);
  });

  it('exports programs as Parquet', () => {
    const file = join(home, `programs-${which}.parquet`);
    govexport('export', 'programs', '--format', 'parquet', '--output', file);
    const content = readFileSync(file);
    expect([content.subarray(0, 4).toString(), content.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });

  it('needs no other package', () => {
    expect(existsSync(join(home, 'node_modules/@govexport/dataset'))).toBe(false);
  });
});
