/** Runs the built program in a pseudo-terminal: what only a person sees. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type IPty } from '@lydell/node-pty';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../src/print/display-width.ts';
import { freePort } from './free-port.ts';
import { builtFile, home } from './run-built.ts';

interface Shown {
  readonly text: string;
  readonly exitCode: number;
  readonly signal: number | undefined;
}

interface Terminal {
  readonly width?: number;
  readonly variables?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Told of what is shown so far, each time that it grows. */
  readonly watch?: (text: string, terminal: IPty) => void;
}

const small = { GOVEXPORT_DATASET: join(home, 'test/dataset') };

/** What a terminal shows until the program ends. */
function shown(
  args: readonly string[],
  { width = 80, variables = {}, folder = home, watch }: Terminal = {},
): Promise<Shown> {
  const { PATH = '' } = process.env;
  const env = { PATH, ...small, ...variables };
  const terminal = spawn(process.execPath, [builtFile, ...args], {
    name: variables['TERM'] ?? 'xterm',
    cols: width,
    rows: 40,
    cwd: folder,
    env,
  });
  let text = '';
  terminal.onData((data) => {
    text += data;
    watch?.(text, terminal);
  });
  return new Promise((resolve) => terminal.onExit(({ exitCode, signal }) => resolve({ text, exitCode, signal })));
}

// eslint-disable-next-line no-control-regex -- the sign that begins a colour
const escape = /\u001B\[[0-9;]*m/g;

function linesOf(text: string): string[] {
  return text.replaceAll(escape, '').split(/\r?\n/);
}

/** Why this machine opens no pseudo-terminal, such as a container without /dev/pts; null where it does. */
function whyNone(): string | null {
  try {
    spawn(process.execPath, ['--version'], {}).kill();
    return null;
  } catch (error) {
    return String(error);
  }
}

const none = whyNone();

if (none !== null)
  it('no pseudo-terminal can be opened on this machine, and nothing else is wrong with it', () => {
    expect(none).toBe('Error: forkpty(3) failed.');
  });
else describe('in a terminal', inTerminal);

function inTerminal(): void {
  it('titles are bold', async () => {
    const { text, exitCode } = await shown(['share', '--scope', 'all']);
    expect(exitCode).toBe(0);
    expect(text).toContain('\u001B[1mShare of yes\u001B[22m');
  });

  it.each([
    ['NO_COLOR', ['share'], { NO_COLOR: '1' }],
    ['TERM=dumb', ['share'], { TERM: 'dumb' }],
    ['--color never', ['share', '--color', 'never'], {}],
  ])('%s leaves everything plain', async (_, args, variables) => {
    const { text } = await shown(args, { variables });
    expect(text).toContain('Share of yes');
    expect(text.match(escape)).toBeNull();
  });

  it('--color always comes before NO_COLOR', async () => {
    const { text } = await shown(['share', '--color', 'always'], { variables: { NO_COLOR: '1' } });
    expect(text.match(escape)).not.toBeNull();
  });

  it.each([60, 80, 120])('tables, charts and help fit %d columns', async (width) => {
    for (const args of [
      ['overview', '--scope', 'all'],
      ['programs', 'list'],
      ['composition', '--scope', 'all'],
      ['trend', '--help'],
    ]) {
      const { text } = await shown(args, { width });
      expect(linesOf(text).filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  });

  it('long work says how far it is', async () => {
    const { text } = await shown(['dataset', 'verify']);
    expect(text).toContain('govexport: checking ');
  });

  it('the interrupt key ends a question, and nothing is written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    cpSync(join(home, 'test/dataset'), folder, { recursive: true });
    const before = readdirSync(join(folder, 'programs'));
    let pressed = false;
    const { text, exitCode } = await shown(['dataset', 'new', 'program', '--dataset', folder], {
      watch: (so_far, terminal) => {
        if (pressed || !so_far.includes('> ')) return;
        pressed = true;
        terminal.write('\u0003');
      },
    });
    expect(text).toContain('govexport: interrupted; nothing was written.');
    expect(exitCode).toBe(130);
    expect(readdirSync(join(folder, 'programs'))).toEqual(before);
    rmSync(folder, { recursive: true });
  });

  it('the interrupt key ends what is served', async () => {
    let pressed = false;
    const { text, exitCode } = await shown(['serve', '--port', String(await freePort())], {
      folder: join(home, '../api'),
      watch: (so_far, terminal) => {
        if (pressed || !so_far.includes('The API listens')) return;
        pressed = true;
        terminal.write('\u0003');
      },
    });
    expect(text).toContain('Ended.');
    expect(exitCode).toBe(0);
  }, 60_000);
}
