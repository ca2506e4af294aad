/** `npm start`: builds the workspace, prints the key findings, then serves the API and the site until Ctrl-C. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkPort, LaunchError, readPort } from './ports.mjs';
import { reachable, startService } from './services.mjs';
import { endOf, root, runTurbo } from './turbo.mjs';

const findings = [
  { heading: 'Overview', arguments: ['overview'] },
  { heading: 'Growth', arguments: ['trend'] },
  { heading: 'What the programs are about', arguments: ['composition', '--dimension', 'domain'] },
];

const services = [];
const building = new AbortController();
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

try {
  const { host, site, api } = readPlaces();
  await checkPort(api);
  await checkPort(site);
  await build();
  if (!stopping) await printFindings();
  await serve({ host, site, api });
} catch (error) {
  if (!stopping) await end(error instanceof LaunchError ? error.message : `The start failed: ${error.message}`);
}

function readPlaces() {
  const host = process.env.HOST?.trim() || '127.0.0.1';
  const api = { host, port: readPort('API_PORT', 8787), variable: 'API_PORT' };
  const site = { host, port: readPort('PORT', 5173), variable: 'PORT' };
  if (api.port === site.port) {
    throw new LaunchError(`PORT and API_PORT are both ${site.port}, but the site and the API need one port each.`);
  }
  return { host, site, api };
}

async function build() {
  console.log('Building ...');
  const { ok, tasks, rest } = await runTurbo(['build'], { filter: ['./apps/*'], signal: building.signal });
  if (ok || stopping) return;
  const failed = tasks.filter((task) => task.state === 'failed');
  for (const task of failed) console.error([`\n${task.id}`, ...task.log].join('\n'));
  if (failed.length === 0) console.error(rest.join('\n'));
  throw new LaunchError('The build failed: read the messages above.');
}

async function printFindings() {
  for (const finding of findings) {
    console.log(`\n${finding.heading}\n${'='.repeat(finding.heading.length)}\n`);
    const cli = join(root, 'apps', 'cli', 'dist', 'govexport.js');
    const code = await endOf(spawn(process.execPath, [cli, ...finding.arguments], { cwd: root, stdio: 'inherit' }));
    if (stopping) return;
    if (code !== 0) throw new LaunchError(`"govexport ${finding.arguments.join(' ')}" failed with exit code ${code}.`);
  }
}

async function serve({ host, site, api }) {
  if (stopping) return;
  const siteOrigin = `http://${reachable(host)}:${site.port}`;
  const apiOrigin = `http://${reachable(host)}:${api.port}`;
  const register = (service) => services.push(service);
  console.log('\nStarting the API and the site ...');
  await Promise.all([
    startService(
      {
        ...api,
        name: 'API',
        file: join(root, 'apps', 'api', 'dist', 'server.js'),
        path: '/healthz',
        environment: { API_PORT: String(api.port), HOST: host },
      },
      register,
    ),
    startService(
      {
        ...site,
        name: 'site',
        file: join(root, 'apps', 'web', 'build', 'index.js'),
        path: '/',
        environment: { PORT: String(site.port), HOST: host, ORIGIN: siteOrigin, API_ORIGIN: apiOrigin },
      },
      register,
    ),
  ]);
  console.log(`\n  Site  ${siteOrigin}/\n  API   ${apiOrigin}/\n\nPress Ctrl-C to stop both.`);
  const { name, code } = await Promise.race(
    services.map(async (service) => ({ name: service.name, code: await service.ended })),
  );
  if (!stopping) await end(`The ${name} ended unexpectedly (exit code ${code}), so the other one was stopped too.`);
}

async function stop() {
  if (stopping) return;
  stopping = true;
  building.abort();
  await Promise.all(services.map((service) => service.stop()));
  console.log('\nStopped.');
  process.exit(0);
}

async function end(sentence) {
  stopping = true;
  await Promise.all(services.map((service) => service.stop()));
  console.error(`\n${sentence}`);
  process.exit(1);
}
