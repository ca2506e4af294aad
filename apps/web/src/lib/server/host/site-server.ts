import type { Server } from 'node:http';
import { env } from 'node:process';
import { incomingHead } from '@govexport/http';
import { sendKept, tuneEngine } from '@govexport/http/node';
import { sitePages } from '../kept-pages.ts';
import { addressOf } from './request-address.ts';

/** Lets a server of Node send the pages that are kept before SvelteKit sees the request, and sets its engine up. */
export function serveKept(server: Server): void {
  tuneEngine();
  sendKept(server, (request) => sitePages.reply(addressOf(request, env), incomingHead(request)));
}
