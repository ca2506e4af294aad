import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that answers in every way that sites do, by the first part of a path. */
export interface Site {
  readonly origin: string;
  /** Every path that was asked for, in order. */
  readonly asked: string[];
  /** The most requests that were open at one moment. */
  readonly most: () => number;
  readonly stop: () => Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, times: number) => void;

const text = { 'content-type': 'text/html; charset=utf-8' };

const answers: Readonly<Record<string, Answer>> = {
  ok: ({ url }, response) => void response.writeHead(200, text).end(`page ${url ?? ''}`),
  moved: ({ url = '' }, response) => void response.writeHead(301, { location: url.replace('moved', 'ok') }).end(),
  home: (_, response) => void response.writeHead(302, { location: '/' }).end(),
  missing: (_, response) => void response.writeHead(404).end('not here'),
  gone: (_, response) => void response.writeHead(410).end(),
  busy: (_, response, times) =>
    times === 1 ? void response.writeHead(429, { 'retry-after': '0' }).end() : void response.writeHead(200).end('now'),
  refusing: (_, response) => void response.writeHead(429, { 'retry-after': '86400' }).end(),
  broken: (_, response) => void response.writeHead(500).end('failure'),
  hanging: () => undefined,
  trickling: (_, response) => void response.writeHead(200).write('begin'),
  circle: ({ url = '' }, response) =>
    void response.writeHead(302, { location: url.endsWith('x') ? url.slice(0, -1) : `${url}x` }).end(),
  // It promises more than it sends.
  lying: (_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('ten bytes.');
    setTimeout(() => response.destroy(), 5);
  },
  // It promises less than it sends.
  short: (_, response) => {
    response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\nfour and many more');
  },
  large: (_, response) => {
    response.writeHead(200);
    const write = (): void => {
      if (!response.destroyed) response.write('x'.repeat(65_536), () => setImmediate(write));
    };
    write();
  },
  strange: (_, response) => void response.writeHead(302, { location: 'javascript:alert(1)' }).end(),
};

const robots = 'User-agent: *\nDisallow: /secret/\n';

/** Starts a site on loopback. */
export async function startSite(timemap?: (page: string) => string): Promise<Site> {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => (open -= 1));
    asked.push(url);
    if (url === '/') return void response.writeHead(200, text).end('front page');
    if (url === '/robots.txt') return void response.writeHead(200).end(robots);
    if (url.startsWith('/timemap/')) return void response.writeHead(200).end(timemap?.(url.slice('/timemap/'.length)));
    const [, kind = ''] = url.split('/');
    answers[kind]?.(request, response, asked.filter((one) => one === url).length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked, most: () => most, stop: () => stopped(server) };
}

async function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
