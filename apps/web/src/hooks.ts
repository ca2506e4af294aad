import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#lib/generated/runtime.js';

/**
 * The language stands in the path; the routes know nothing of it. A path with two slashes in a row is that of no route: the
 * server leads on from it.
 */
export const reroute: Reroute = ({ url }) => (url.pathname.includes('//') ? url.pathname : deLocalizeUrl(url).pathname);
