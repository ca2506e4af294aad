import type { Reroute } from '@sveltejs/kit/hooks';
import { deLocalizeUrl } from '#lib/generated/runtime.js';

/** The language stands in the path; the routes know nothing of it. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
