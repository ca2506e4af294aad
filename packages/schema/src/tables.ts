import type { z } from 'zod';
import { adoptions } from './tables/adoptions.ts';
import { agreements } from './tables/agreements.ts';
import { aidProjects } from './tables/aid-projects.ts';
import { aliases } from './tables/aliases.ts';
import { borders } from './tables/borders.ts';
import { codings } from './tables/codings.ts';
import { countries } from './tables/countries.ts';
import { indicators } from './tables/indicators.ts';
import { institutions } from './tables/institutions.ts';
import { leads } from './tables/leads.ts';
import { partnerships } from './tables/partnerships.ts';
import { places } from './tables/places.ts';
import { pledgesAndTotals } from './tables/pledges-and-totals.ts';
import { programs } from './tables/programs.ts';
import { reviews } from './tables/reviews.ts';
import { rightsEvents } from './tables/rights-events.ts';
import { sources } from './tables/sources.ts';
import { transfers } from './tables/transfers.ts';
import { usTrainingTotals } from './tables/us-trainings.ts';
import { withdrawn } from './tables/withdrawn.ts';

/**
 * Every table of a dataset, in order. Nothing else lists them: reading, checks, hash, schemas and codebook follow.
 *
 * @example
 * tables.filter(({ required }) => required).map(({ name }) => name) // => ['programs', 'sources']
 */
export const tables = [
  programs,
  sources,
  partnerships,
  transfers,
  adoptions,
  agreements,
  institutions,
  pledgesAndTotals,
  rightsEvents,
  codings,
  reviews,
  leads,
  indicators,
  countries,
  places,
  borders,
  usTrainingTotals,
  aidProjects,
  aliases,
  withdrawn,
] as const;

/** Name of a table. */
export type TableName = (typeof tables)[number]['name'];

/** A record of the table of that name. */
export type RecordOf<Name extends TableName> = z.output<Extract<(typeof tables)[number], { name: Name }>['record']>;

/** The fields that identify a record of the table of that name together. */
export type KeyOf<Name extends TableName> = Extract<(typeof tables)[number], { name: Name }>['key'][number];
