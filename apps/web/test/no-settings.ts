/** What `$app/env/private` gives where the environment sets nothing. */
export const API_ORIGIN = undefined;
export const GOVEXPORT_DATASET = undefined;
export const ORIGIN = undefined;
export const REPORTS = undefined;
export const STATIC_SITE = undefined;
