import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** How often the connections of a server that ends are looked through, in milliseconds. */
const lookEvery = 20;

/**
 * How to end a server: it takes no new connection, each one ends with the answer that it carries, and the promise is kept
 * once none is left. Node's own `close` takes a connection for idle whose answer is made but not yet sent, and cuts that
 * answer off.
 */
export function endingOf(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      const closeIdle = () => {
        if ([...sockets].every(({ writableLength }) => writableLength === 0)) server.closeIdleConnections();
      };
      const looking = setInterval(closeIdle, lookEvery);
      NetServer.prototype.close.call(server, () => {
        clearInterval(looking);
        resolve();
      });
      closeIdle();
    });
}
