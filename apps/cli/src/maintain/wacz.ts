import { createHash } from 'node:crypto';
import type { Page } from '@govexport/dataset/maintain';
import { strToU8, zipSync } from 'fflate';
import { WARCRecord, WARCSerializer } from 'warcio';
import { getSurt } from 'warcio/utils';

/** A page as it was answered, and what is noted of it. */
export interface Stored {
  /** The address that was asked for. */
  readonly address: string;
  readonly title: string;
  readonly page: Page & { readonly content: Uint8Array };
  readonly at: Date;
}

/**
 * A page as a WACZ file: one answer, its index, and a list of one page.
 *
 * Format: Web Archive Collection Zipped 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/; ISO 28500 within.
 */
export async function waczOf({ address, title, page, at }: Stored): Promise<Uint8Array> {
  const warc = await warcOf(page, at);
  const ts = at.toISOString();
  const files = {
    'archive/data.warc.gz': warc,
    'indexes/index.cdxj': strToU8(indexOf(page, ts, warc.byteLength)),
    'pages/pages.jsonl': strToU8(`${JSON.stringify(pageList)}\n${JSON.stringify({ url: page.url, ts, title })}\n`),
  };
  const resources = Object.entries(files).map(([path, content]) => {
    return { name: path.split('/').at(-1), path, hash: hashOf(content), bytes: content.byteLength };
  });
  const described = { profile: 'data-package', wacz_version: '1.1.1', title, created: ts, mainPageUrl: page.url };
  const description = strToU8(JSON.stringify({ ...described, sources: [{ path: address }], resources }, null, 2));
  const digest = { path: 'datapackage.json', hash: hashOf(description) };
  // What is compressed already is stored as it is, so that a reader can fetch a part of it.
  return zipSync(
    { ...files, 'datapackage.json': description, 'datapackage-digest.json': strToU8(JSON.stringify(digest)) },
    { level: 0, mtime: at },
  );
}

const pageList = { format: 'json-pages-1.0', id: 'pages', title: 'Pages' };

/** What was sent to keep the content in parts or small holds no more for what is stored. */
const ofTransfer = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection']);

async function warcOf({ url, status, headers, content }: Stored['page'], at: Date): Promise<Uint8Array> {
  const kept = [...headers].filter(([name]) => !ofTransfer.has(name));
  const httpHeaders = Object.fromEntries([...kept, ['content-length', String(content.byteLength)]]);
  const line = { statusline: `HTTP/1.1 ${status}`, httpHeaders };
  const record = WARCRecord.create(
    { url, date: at.toISOString(), type: 'response', warcVersion: 'WARC/1.1', ...line },
    [content],
  );
  return WARCSerializer.serialize(record, { gzip: true });
}

function indexOf({ url, status, headers, sha256 }: Page, ts: string, length: number): string {
  const [mime = ''] = (headers.get('content-type') ?? '').split(';');
  const place = { offset: '0', length: String(length), filename: 'data.warc.gz' };
  const entry = { url, mime, status: String(status), digest: `sha256:${sha256 ?? ''}`, ...place };
  return `${getSurt(url)} ${ts.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(entry)}\n`;
}

function hashOf(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
