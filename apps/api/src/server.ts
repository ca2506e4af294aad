import { listenRefusal, originOf, tuneEngine } from '@govexport/http/node';
import { prepareServer, StartError, type Prepared } from './node/serve.ts';

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

tuneEngine();
const { settings, server, log, end } = prepare();
const { HOST, API_PORT } = settings;
server.once('error', (error) => stop(listenRefusal(error, [HOST, API_PORT, 'API_PORT'])));
server.listen(API_PORT, HOST, () => {
  log.logger.info({ address: `${originOf(HOST, API_PORT)}/` }, 'The API listens');
  void log.flush();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // What is in flight is finished; connections that only wait are closed. A second signal ends the process at once.
  process.once(signal, () => {
    log.logger.info({ signal }, 'The API ends');
    void end().then(() => process.exit(0));
  });
}
