/** Hono alone: one route with the bytes that the API answers. */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

const [port = '', origin = ''] = process.argv.slice(2);
const answer = await fetch(`${origin}/v1/statistics/trend`, { headers: { 'accept-encoding': 'identity' } });
const bytes = new Uint8Array(await answer.arrayBuffer());

const app = new Hono();
app.get('/bytes', (c) => c.body(bytes, 200, { 'content-type': 'application/json' }));
app.get('/healthz', (c) => c.json({ status: 'ok' }));
const listener = getRequestListener(app.fetch);
createServer((request, response) => void listener(request, response)).listen(Number(port), '127.0.0.1');
