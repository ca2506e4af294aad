import { DatasetError, openDataset } from '@govexport/router/node';
import { createApp } from './app.ts';
import { createNodeServer } from './node-server.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

/** How long a request may still take after the process was asked to end. */
const graceMilliseconds = 4_000;

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** The settings and the app, or the end of the process with every reason why there is none. */
function prepare() {
  try {
    const settings = readSettings(process.env);
    return { settings, app: createApp({ dataset: openDataset(settings.dataset) }) };
  } catch (error) {
    if (error instanceof SettingsError || error instanceof DatasetError) stop(error.message);
    throw error;
  }
}

function refusal({ code }: NodeJS.ErrnoException, { port, host }: Settings): string {
  if (code === 'EADDRINUSE') return `Port ${port} is already in use: choose another one with API_PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user: choose another one with API_PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${JSON.stringify(host)}, but this machine has no such address.`;
  return `The server cannot listen on ${host}:${port} (${code ?? 'unknown error'}).`;
}

const { settings, app } = prepare();
const server = createNodeServer(app);
server.once('error', (error) => stop(refusal(error, settings)));
server.listen(settings.port, settings.host, () => {
  console.log(
    `The API listens on http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}/`,
  );
});

function cutOff(): void {
  console.error(`Requests that had not ended after ${graceMilliseconds / 1000} seconds were cut off.`);
  server.closeAllConnections();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // What is in flight is finished; connections that only wait are closed. A second signal ends the process at once.
  process.once(signal, () => {
    server.close(() => process.exit(0));
    setTimeout(cutOff, graceMilliseconds).unref();
  });
}
