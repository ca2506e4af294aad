import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { isIP } from 'node:net';
import type { Done, Task } from '../commands/command.ts';
import { FileFailure } from '../args/failures.ts';
import { findPackageFile } from './find-package.ts';

/** Where the servers listen, and whether the site is one of them. */
interface Settings {
  readonly port: number;
  readonly site_port: number;
  readonly host: string;
  readonly site: boolean;
}

/** A server as a process of its own. */
interface Service {
  readonly name: string;
  readonly address: string;
  readonly child: ChildProcess;
}

/** Starts the API, and the site where it is installed, and waits until they end. */
export async function serve(task: Task, settings: Settings): Promise<Done> {
  const services = start(settings, task.dataset);
  // This process outlives its servers: they end in their own time, and their exit codes are told.
  const end = (): void => services.forEach(({ child }) => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  for (const { name, address } of services) process.stderr.write(`govexport: the ${name} is at ${address}\n`);
  process.stderr.write('govexport: the interrupt key ends it.\n');
  const ends = services.map(async (service) => {
    const [code] = (await once(service.child, 'exit')) as [number | null];
    // One does not go on without the other.
    end();
    return { name: service.name, code };
  });
  const failed = (await Promise.all(ends)).find(({ code }) => code !== 0 && code !== null);
  if (failed !== undefined)
    throw new FileFailure(`the ${failed.name} ended with exit code ${String(failed.code)}; see its message above.`);
  return {
    answer: { served: services.map(({ address }) => address) },
    shown: { headline: 'Ended.', tables: [] },
    exit_code: 0,
  };
}

function start({ port, site_port, host, site }: Settings, dataset: string): Service[] {
  const file = findPackageFile('@govexport/api/server');
  if (file === null)
    throw new FileFailure(
      'The package @govexport/api is not installed; "npm install @govexport/api" beside this program or in the working directory adds it.',
    );
  const reached = `http://${hostOf(host)}`;
  const [api, web] = [`${reached}:${port}`, `${reached}:${site_port}`];
  const common = { HOST: host, GOVEXPORT_DATASET: dataset };
  const apiService = service('API', `${api}/`, { file, variables: { ...common, API_PORT: String(port) } });
  const siteFile = site ? findPackageFile('@govexport/web/server') : null;
  if (siteFile === null) return [apiService];
  const variables = { ...common, PORT: String(site_port), ORIGIN: web, API_ORIGIN: api };
  return [apiService, service('site', `${web}/`, { file: siteFile, variables })];
}

/** An address that a browser reaches: a server on every address is also on that of the machine itself. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return isIP(host) === 6 ? `[${host}]` : host;
}

function service(
  name: string,
  address: string,
  { file, variables }: { file: string; variables: Readonly<Record<string, string>> },
): Service {
  // In a group of its own, so that the interrupt key reaches it once, through this process.
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 2, 2],
    detached: process.platform !== 'win32',
  });
  return { name, address, child };
}
