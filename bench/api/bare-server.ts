/** Hono alone: one route with the bytes that the API answers, and one with its headers too. */
import { executionAsyncResource } from 'node:async_hooks';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

const [port = '', origin = ''] = process.argv.slice(2);
const answer = await fetch(`${origin}/v1/statistics/trend`, { headers: { 'accept-encoding': 'identity' } });
const bytes = new Uint8Array(await answer.arrayBuffer());

/** Those of the content; the others belong to the connection. */
const ofConnection = new Set(['connection', 'date', 'keep-alive']);
const headers = Object.fromEntries([...answer.headers].filter(([name]) => !ofConnection.has(name)));

const app = new Hono();
app.get('/bytes', (c) => c.body(bytes, 200, { 'content-type': 'application/json' }));
app.get('/headers', (c) => c.body(bytes, 200, headers));
app.get('/healthz', (c) => c.json({ status: 'ok' }));
const listener = getRequestListener(app.fetch);
createServer((request, response) => void listener(request, response)).listen(Number(port), '127.0.0.1');

// As the API does (ADR 11): without it the floor sinks in a pause, and every ratio to it flatters.
const kept: object[] = [];
process.nextTick(() => kept.push(executionAsyncResource()));
