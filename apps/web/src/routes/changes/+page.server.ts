import { releases } from '#lib/server/releases.ts';
import { releaseView } from '#lib/server/release-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ releases: releases().map(releaseView) });
