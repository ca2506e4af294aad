import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../build/index.js', import.meta.url));

/** A running site. */
export interface Site {
  origin: string;
  stop: () => Promise<void>;
}

/** How a site ended that did not come up. */
export interface Ending {
  code: number | null;
  output: string;
}

// The checks of a page may take longer than a server waits for the next request; a connection that ends just when the
// browser takes it up again would look like a fault of the page.
const patience = { KEEP_ALIVE_TIMEOUT: '290', HEADERS_TIMEOUT: '290', REQUEST_TIMEOUT: '290' };

function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...patience, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
  const listening = new Promise<string>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  // What a running site has to say of a fault stands in the log of the tests.
  void listening.then(() => child.stderr.pipe(process.stderr));
  return { child, ended, listening };
}

/** Starts the built site on a free port. */
export async function startSite(environment: Record<string, string> = {}): Promise<Site> {
  const { child, ended, listening } = run(environment);
  const failed = ended.then(({ output }) => {
    throw new Error(`The site did not start: ${output}`);
  });
  const origin = await Promise.race([listening, failed]);
  failed.catch(() => undefined);
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { origin, stop };
}

/** Starts the built site where it must refuse, and waits for its end. */
export async function endOfSite(environment: Record<string, string>): Promise<Ending> {
  const { child, ended, listening } = run(environment);
  void listening.then(() => child.kill());
  return ended;
}
