/** A server of Node and nothing else, with the bytes and the headers that the site answers. */
import { executionAsyncResource } from 'node:async_hooks';
import { createServer, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

const [port = '', origin = '', ...paths] = process.argv.slice(2);

/** Headers that each server writes itself. */
const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

async function answerOf(path: string) {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    get(origin + path, { headers: { 'accept-encoding': 'gzip' } }, resolve).once('error', reject);
  });
  const body = await buffer(message);
  const headers = Object.entries(message.headers)
    .filter(([name]) => !own.has(name))
    .flatMap(([name, value]) => [name, String(value)]);
  return { status: message.statusCode ?? 500, headers, body };
}

const answers = new Map(await Promise.all(paths.map(async (path) => [path, await answerOf(path)] as const)));
createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}).listen(Number(port), '127.0.0.1');

// As the site does (ADR 11): without it the floor sinks in a pause, and every ratio to it flatters.
const kept: object[] = [];
process.nextTick(() => kept.push(executionAsyncResource()));
