import { createServer } from 'node:net';

/** A setting of the launch that cannot be used; its message is the sentence for the user. */
export class LaunchError extends Error {}

/**
 * The port named by an environment variable.
 *
 * @throws LaunchError where its value is not a port
 */
export function readPort(variable, fallback, environment = process.env) {
  const text = environment[variable]?.trim();
  if (text === undefined || text === '') return fallback;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new LaunchError(`${variable} is ${JSON.stringify(text)}, but a port is a whole number from 1 to 65535.`);
}

/**
 * Makes sure that a server can listen on the port.
 *
 * @throws LaunchError where it is taken or not allowed
 */
export function checkPort({ host, port, variable }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new LaunchError(refusal(error, { host, port, variable }))));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function refusal(error, { host, port, variable }) {
  const remedy = `choose another one with ${variable}, for example "${variable}=${nextPort(port)} npm start"`;
  if (error.code === 'EADDRINUSE') return `Port ${port} is already in use: stop the program that uses it or ${remedy}.`;
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user: ${remedy}.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `HOST is ${JSON.stringify(host)}, but this machine has no such address: use 127.0.0.1 or 0.0.0.0.`;
  }
  return `Port ${port} cannot be opened (${error.code ?? error.message}): ${remedy}.`;
}

function nextPort(port) {
  return port < 65_000 ? Math.max(port, 1024) + 1 : 8080;
}
