import { adoptions } from './statistics/adoptions.ts';
import { changepoint } from './statistics/changepoint.ts';
import { claims } from './statistics/claims.ts';
import { compare } from './statistics/compare.ts';
import { composition } from './statistics/composition.ts';
import { coverage } from './statistics/coverage.ts';
import { crosstab } from './statistics/crosstab.ts';
import { duration } from './statistics/duration.ts';
import { frequency } from './statistics/frequency.ts';
import { hosts } from './statistics/hosts.ts';
import { indicators } from './statistics/indicators.ts';
import { overview } from './statistics/overview.ts';
import { participants } from './statistics/participants.ts';
import { partnerships } from './statistics/partnerships.ts';
import { reliability } from './statistics/reliability.ts';
import { scope } from './statistics/scope.ts';
import { sensitivity } from './statistics/sensitivity.ts';
import { share } from './statistics/share.ts';
import { transfers } from './statistics/transfers.ts';
import { trend } from './statistics/trend.ts';

const statistics = {
  overview,
  frequency,
  trend,
  changepoint,
  share,
  composition,
  crosstab,
  scope,
  participants,
  duration,
  hosts,
  partnerships,
  transfers,
  adoptions,
  indicators,
  coverage,
  reliability,
  sensitivity,
  claims,
  compare,
} as const;

type Statistics = typeof statistics;

/** The catalogue as a type. It has a name of its own, because written out it is longer than a declaration may be. */
export type Catalogue = { readonly [Name in keyof Statistics]: Statistics[Name] };

/**
 * Every statistic by its name, in the order of menus. The router, the API, the command line, the site and the parity
 * suite are all derived from this list: a new statistic is one file in `statistics/` and one line above.
 */
export const catalogue: Catalogue = statistics;

/** Name of a statistic. */
export type StatisticName = keyof Catalogue;

/** Names of all statistics, in the order of menus. */
export const statisticNames = Object.keys(catalogue) as StatisticName[];
