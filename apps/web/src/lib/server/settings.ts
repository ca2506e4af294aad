import { API_ORIGIN, GOVEXPORT_DATASET, ORIGIN, REPORTS, STATIC_SITE } from '$app/env/private';
import { readAddress, readOrigin } from './read-origin.ts';

/** What the environment sets for the site. */
export const settings = {
  datasetFolder: GOVEXPORT_DATASET,
  origin: ORIGIN === undefined ? null : readOrigin('ORIGIN', ORIGIN),
  reports: REPORTS === undefined ? null : readAddress('REPORTS', REPORTS),
  apiOrigin: readOrigin('API_ORIGIN', API_ORIGIN ?? 'http://127.0.0.1:8787'),
  /** Whether no server answers choices, so that the browser does. */
  isStatic: STATIC_SITE !== undefined,
};
