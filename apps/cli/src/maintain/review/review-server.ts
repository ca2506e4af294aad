import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MarkRefusal, type ReviewDesk, type ReviewedRecord } from '@govexport/dataset/maintain';
import type { Language } from '@govexport/router/words';
import { FileFailure } from '../../args/failures.ts';
import { inFileWords } from '../perform.ts';
import { refusalOf, type Address } from './guard.ts';
import { script, style } from './page-files.ts';
import { pageText, type Page } from './page.ts';
import { progressWords } from './progress-words.ts';
import { readMark, type TypedMark } from './read-mark.ts';
import { sheetOf } from './sheet.ts';

/** A page that is served on this machine. */
export interface ReviewServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** What is sent back. */
interface Reply {
  readonly status: number;
  readonly type?: 'text/html' | 'text/css' | 'text/javascript' | 'text/plain';
  readonly text?: string;
  readonly location?: string;
}

const largestBody = 65_536;

/** Serves the page of a desk on the loopback address alone. Nothing of a record goes to another machine. */
export async function serveReview(desk: ReviewDesk, language: Language, port: number): Promise<ReviewServer> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('request', (request, response) => {
    void replyTo(request, { desk, language, address: { host, token } })
      .catch(notUnderstood)
      .then((reply) => send(response, reply));
  });
  return { address: `http://${host}/${token}/`, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await ended;
}

interface Place {
  readonly desk: ReviewDesk;
  readonly language: Language;
  readonly address: Address;
}

async function replyTo(request: IncomingMessage, place: Place): Promise<Reply> {
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const site = headers['sec-fetch-site'] ?? 'none';
  const asked = { method, path: url.pathname, host: headers.host, origin: headers.origin, site };
  const refusal = refusalOf(asked, place.address);
  if (refusal !== null) return { status: refusal.status, text: `${refusal.sentence}\n` };
  return method === 'POST' ? posted(request, url, place) : got(url, place);
}

async function posted(request: IncomingMessage, url: URL, place: Place): Promise<Reply> {
  const [, , first = '', second = ''] = url.pathname.split('/');
  const body = await bodyOf(request);
  if (body === null) return { status: 413, text: 'At most 64 KiB are read.\n' };
  return first === 'undo' ? undone(place) : marked(first, { form: new URLSearchParams(body), place, second });
}

function got(url: URL, place: Place): Reply {
  const [, , first = ''] = url.pathname.split('/');
  if (first === 'page.css') return { status: 200, type: 'text/css', text: style };
  if (first === 'page.js') return { status: 200, type: 'text/javascript', text: script };
  return first === '' ? start(place) : shown(first, { place, field: url.searchParams.get('field') });
}

/** Leads to the record at which the person goes on. */
function start({ desk, address }: Place): Reply {
  const record = desk.nextRecord() ?? desk.records[0];
  return record === undefined ? missing('The table has no record.') : seeOther(`/${address.token}/${record.id}`);
}

function shown(id: string, { place, field }: { place: Place; field: string | null }): Reply {
  const record = place.desk.records.find((one) => one.id === id);
  if (record === undefined) return missing(`${id} is no record that is reviewed here.`);
  return { status: 200, type: 'text/html', text: pageText(pageOf(record, { place, field, refused: null })) };
}

interface Showing {
  readonly place: Place;
  /** The field that is asked for. */
  readonly field: string | null;
  readonly refused: Page['refused'];
}

function pageOf(record: ReviewedRecord, { place, field, refused }: Showing): Page {
  const { desk, language, address } = place;
  const sheet = sheetOf(desk, record, language);
  const at = desk.records.indexOf(record);
  const id = (by: number) => desk.records.at((at + by) % desk.records.length)?.id ?? record.id;
  const known = sheet.fields.some(({ name }) => name === field);
  return {
    ...{ sheet, language, refused, token: address.token, reviewer: desk.session.reviewer },
    current: known ? field : desk.nextField(record),
    progress: progressWords(desk),
    share: [desk.marksOf(record).size, sheet.fields.length],
    around: { previous: id(-1), next: id(1) },
  };
}

interface Marking {
  readonly form: URLSearchParams;
  readonly place: Place;
  readonly second: string;
}

async function marked(id: string, { form, place, second }: Marking): Promise<Reply> {
  const { desk, language, address } = place;
  const record = desk.records.find((one) => one.id === id);
  if (record === undefined || second !== 'mark') return missing(`${id} is no record that is reviewed here.`);
  const given = (name: string) => form.get(name) ?? '';
  const typed: TypedMark = {
    ...{ field: given('field'), verdict: given('verdict') },
    ...{ value: given('value'), reason: given('reason') },
  };
  try {
    const mark = readMark(sheetOf(desk, record, language), typed);
    await inFileWords(() => {
      desk.mark(mark);
      return Promise.resolve();
    });
  } catch (error) {
    if (!(error instanceof MarkRefusal || error instanceof FileFailure)) throw error;
    const refused = { sentence: error.message, typed };
    const text = pageText(pageOf(record, { place, field: typed.field, refused }));
    return { status: error instanceof MarkRefusal ? 422 : 409, type: 'text/html', text };
  }
  const next = desk.nextField(record, typed.field);
  return seeOther(next === null ? `/${address.token}/${id}` : placeOf(address, id, next));
}

async function undone({ desk, address }: Place): Promise<Reply> {
  const last = await inFileWords(() => Promise.resolve(desk.undo()));
  if (last === null) return seeOther(`/${address.token}/`);
  return seeOther(placeOf(address, last.record, last.field));
}

/** A field of a record; without the script the browser goes to it by the fragment. */
function placeOf({ token }: Address, record: string, field: string): string {
  return `/${token}/${record}?field=${field}#field-${field}`;
}

/** What the server cannot do: a file that cannot be written has its sentence. */
function notUnderstood(error: unknown): Reply {
  if (error instanceof FileFailure) return { status: 409, text: `${error.message}\n` };
  return { status: 400, text: 'The request cannot be understood.\n' };
}

function seeOther(location: string): Reply {
  return { status: 303, location };
}

function missing(sentence: string): Reply {
  return { status: 404, text: `${sentence}\n` };
}

/** The body of a form; null where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The page asks nothing of any other place, stands in no frame, and is kept nowhere. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

function send(response: ServerResponse, { status, type = 'text/plain', text = '', location }: Reply): void {
  response.writeHead(status, {
    ...headers,
    'Content-Type': `${type}; charset=utf-8`,
    ...(location === undefined ? {} : { Location: location }),
  });
  response.end(text);
}
