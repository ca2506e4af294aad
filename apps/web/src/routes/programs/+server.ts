import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/generated/runtime.js';
import type { RequestHandler } from './$types';

/** The list of programs has one home. */
export const GET: RequestHandler = ({ url }) => redirect(308, localizeHref('/explore') + url.search);
