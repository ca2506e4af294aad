import { tuneEngine } from '@govexport/http/node';
import { prepareServer, StartError, type Prepared } from './node/serve.ts';
import { originOf, type Environment } from './settings/environment.ts';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** The server, or the end of the process with every reason why there is none. */
function prepare(): Prepared {
  try {
    return prepareServer(process.env);
  } catch (error) {
    if (error instanceof StartError) stop(error.message);
    throw error;
  }
}

function refusal({ code }: NodeJS.ErrnoException, { API_PORT, HOST }: Environment): string {
  if (code === 'EADDRINUSE') return `Port ${API_PORT} is already in use: choose another one with API_PORT.`;
  if (code === 'EACCES') return `Port ${API_PORT} may not be opened by this user: choose another one with API_PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${JSON.stringify(HOST)}, but this machine has no such address.`;
  return `The server cannot listen on ${HOST}:${API_PORT} (${code ?? 'unknown error'}).`;
}

tuneEngine();
const { settings, server, log, end } = prepare();
server.once('error', (error) => stop(refusal(error, settings)));
server.listen(settings.API_PORT, settings.HOST, () => {
  log.logger.info({ address: `${originOf(settings.HOST, settings.API_PORT)}/` }, 'The API listens');
  log.flush();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // What is in flight is finished; connections that only wait are closed. A second signal ends the process at once.
  process.once(signal, () => {
    log.logger.info({ signal }, 'The API ends');
    void end().then(() => process.exit(0));
  });
}
