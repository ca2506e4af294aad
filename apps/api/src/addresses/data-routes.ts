import { byteOrderMark } from '@govexport/schema';
import type { Context as HonoContext, Hono } from 'hono';
import { commonHeaders } from '../answers/common-headers.ts';
import { policies } from '../answers/policy.ts';
import { serve, type AnswerCache, type RouteEnv } from '../answers/serving.ts';
import type { Document } from './documents.ts';
import { mountOperations, type Mount, type Operating } from './operation-routes.ts';
import type { PackageFile } from '../files/package-files.ts';
import type { Format } from '../formats/formats.ts';
import { markParameter, takeParameter } from '../formats/own-parameters.ts';
import { checkVersion, unknownFile, versionIndex, versionManifest, type Versioned } from './versions.ts';

type RouteContext = HonoContext<RouteEnv>;

/** The addresses of the data: documents below `/v1`, and everything of a version below `/v1/data/{version}`. */
export function mountData(app: Hono<RouteEnv>, versioned: Versioned, operating: Operating): void {
  const { cache } = operating;
  const json = (c: RouteContext, name: string, value: unknown) =>
    serve(cache, c.env.visit, {
      key: `data ${name}`,
      policy: 'revalidate',
      route: 'data',
      make: () => Promise.resolve(jsonContent(value)),
    });
  app.get('/v1/data', (c) => json(c, 'index', versionIndex(versioned)));
  app.get('/v1/data/latest', (c) => redirect(c, versioned));
  app.get('/v1/data/latest/*', (c) => redirect(c, versioned));
  app.get('/v1/data/:version', (c) => {
    checkVersion(versioned, c.req.param('version'));
    return json(c, 'manifest', versionManifest(versioned));
  });
  const version = versionMount(versioned);
  for (const [path, document] of versioned.documents) {
    app.get(`/v1/${path}`, (c) => serveDocument(c, cache, { path, document, policy: 'revalidate' }));
    app.get(`/v1/data/:version/${path}`, (c) => {
      version.check(c);
      return serveDocument(c, cache, { path, document, policy: version.dataPolicy });
    });
  }
  // A file of the package stands before an answer of the same name: statistics.json is a file and the list of statistics.
  app.get('/v1/data/:version/*', (c, next) => {
    const file = versioned.files?.get(filePath(c));
    if (file === undefined) return next();
    version.check(c);
    return serveFile(c, cache, file);
  });
  mountOperations(app, operating, version);
  app.get('/v1/data/:version/*', (c) => {
    version.check(c);
    throw unknownFile(versioned, filePath(c));
  });
}

/** A dataset of one's own may change without a new version, so that only the published one is the same for ever. */
function versionMount(versioned: Versioned): Mount & { readonly dataPolicy: 'immutable' | 'revalidate' } {
  const published = versioned.files !== undefined;
  const dataPolicy = published ? 'immutable' : 'revalidate';
  return {
    prefix: '/v1/data/:version',
    check: (c) => checkVersion(versioned, c.req.param('version' as never)),
    dataPolicy,
    policyOf: ({ tag }) => (tag === 'Statistics' && published ? 'daily' : dataPolicy),
  };
}

function redirect(c: RouteContext, { dataset }: Versioned): Response {
  c.env.visit.route = 'data';
  const rest = c.env.visit.address.slice('/v1/data/latest'.length);
  const headers = { ...commonHeaders(c.env.visit), location: `/v1/data/${dataset.meta.version}${rest}` };
  return new Response(null, { status: 302, headers: { ...headers, 'cache-control': policies.brief } });
}

function serveDocument(
  c: RouteContext,
  cache: AnswerCache,
  { path, document, policy }: { path: string; document: Document; policy: 'immutable' | 'revalidate' },
): Promise<Response> {
  const make = () => Promise.resolve({ body: document.write(), headers: { 'content-type': document.type } });
  return serve(cache, c.env.visit, { key: `document ${path}`, policy, route: 'document', make });
}

function serveFile(c: RouteContext, cache: AnswerCache, file: PackageFile): Promise<Response> {
  const { path } = file;
  const format: Format = path.endsWith('.csv') ? 'csv' : 'json';
  const marked = takeParameter([...new URL(c.req.url).searchParams], markParameter, format).value === '1';
  const disposition = `inline; filename="${fileName(path, c.req.param('version' as never))}"`;
  const headers = { 'content-type': file.type, 'content-disposition': disposition, 'accept-ranges': 'bytes' };
  const make = async () => ({ body: marked ? withMark(await file.read()) : await file.read(), headers });
  return serve(cache, c.env.visit, {
    key: `file ${path}${marked ? ' marked' : ''}`,
    policy: 'immutable',
    route: 'file',
    make,
  });
}

function withMark(content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const mark = new TextEncoder().encode(byteOrderMark);
  const marked = new Uint8Array(mark.length + content.length);
  marked.set(mark);
  marked.set(content, mark.length);
  return marked;
}

/** The path of a file within a version. */
function filePath(c: RouteContext): string {
  return c.req.path.slice(`/v1/data/${c.req.param('version' as never)}/`.length);
}

/** The name under which a file is kept: with its version, where it has none in it. */
function fileName(path: string, version: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes(version) ? name : name.replace(/(\.[^.]*)?$/, `-${version}$1`);
}

/** A value as an answer in JSON. */
export function jsonContent(value: unknown) {
  return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
}
