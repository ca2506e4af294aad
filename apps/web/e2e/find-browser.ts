import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from '@playwright/test';

/** A browser to start: its program, what it needs in its environment, and its own arguments. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

/** Where to look, and how; the tests of this file put their own in place. */
export interface BrowserSearch {
  candidates: readonly string[];
  exists: (path: string) => boolean;
  /** Unpacks the browser that comes as a package; throws where it has none for this machine. */
  unpack: () => Promise<Browser>;
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The search on this machine. */
export function searchHere(environment: Record<string, string | undefined> = process.env): BrowserSearch {
  const named = environment.CHROMIUM_PATH;
  return {
    candidates: [...(named ? [named] : []), ...installed, playwright.executablePath()],
    exists: existsSync,
    unpack: unpackPackaged,
  };
}

/**
 * The first browser that exists, else the one that comes as a package.
 *
 * @throws Error with one sentence that says how to install a browser, where there is none
 */
export async function findBrowser({ candidates, exists, unpack }: BrowserSearch = searchHere()): Promise<Browser> {
  const found = candidates.find((path) => exists(path));
  if (found !== undefined) return { executablePath: found, args: quiet, env: {} };
  try {
    return await unpack();
  } catch (error) {
    throw new Error(
      'No Chromium was found: install one (“apt-get install chromium”, or “npx playwright install chromium”) or set ' +
        `CHROMIUM_PATH to its program; the packaged one cannot run here (${reasonOf(error)}).`,
      { cause: error },
    );
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What the package sets in the environment; the browser needs it, this process does not. */
const settings = ['AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'] as const;

/**
 * The browser that comes as a package. It brings its shared libraries along, and unpacks them where it takes the machine
 * for AWS Lambda.
 *
 * @throws Error where the package has no browser for this machine
 */
export async function unpackPackaged(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`it is for Linux on x64, and this is ${process.platform} on ${process.arch}`);
  }
  const before = settings.map((name) => [name, process.env[name]] as const);
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: packaged, setupLambdaEnvironment } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
    const env = Object.fromEntries(settings.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
    return { executablePath, args: [...quiet, '--no-zygote'], env };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
