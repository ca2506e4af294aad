import type { Dataset } from '@govexport/schema';

type AidProject = Dataset['aid_projects'][number];

/** Totals of one release of AidData. */
export interface AidTotals {
  release: string;
  /** First and last year of a commitment. */
  from: number;
  to: number;
  projects: number;
  with_amount: number;
  /** Sum of those with an amount in US dollars of the base year. */
  usd_constant: number;
  /** Base year of the constant US dollars; null where no project has an amount. */
  usd_constant_base: number | null;
}

/**
 * Adds up the projects of one release. The same project stands in several releases, with other amounts and base years, so
 * that rows of two releases are refused.
 *
 * @throws RangeError where the projects are of no release, of two, or of two base years
 * @example
 * addAidProjects(dataset.aid_projects.filter(({ release }) => release === 'SCA 1.0 (2020)')).projects;
 */
export function addAidProjects(projects: readonly AidProject[]): AidTotals {
  const [release, ...otherReleases] = new Set(projects.map((project) => project.release));
  if (release === undefined) throw new RangeError('projects is empty; give the projects of one release of AidData.');
  const [base = null, ...otherBases] = new Set(
    projects.flatMap(({ usd_constant, usd_constant_base }) => (usd_constant === null ? [] : [usd_constant_base])),
  );
  refuseSeveral('releases', [release, ...otherReleases]);
  refuseSeveral('base years', [base, ...otherBases]);
  const amounts = projects.flatMap(({ usd_constant }) => (usd_constant === null ? [] : [usd_constant]));
  return {
    release,
    from: projects.reduce((least, { year }) => Math.min(least, year), Infinity),
    to: projects.reduce((most, { year }) => Math.max(most, year), -Infinity),
    projects: projects.length,
    with_amount: amounts.length,
    usd_constant: amounts.reduce((sum, amount) => sum + amount, 0),
    usd_constant_base: base,
  };
}

/**
 * Totals of every release beside each other, in the order of their names. Compare them, and never add them.
 *
 * @example
 * totalAidProjects(dataset.aid_projects.filter(({ country }) => country === 'KG')).map(({ release, projects }) => [release, projects]);
 */
export function totalAidProjects(projects: readonly AidProject[]): AidTotals[] {
  const releases = [...new Set(projects.map(({ release }) => release))].sort();
  return releases.map((release) => addAidProjects(projects.filter((project) => project.release === release)));
}

function refuseSeveral(what: string, [first, ...others]: readonly (string | number | null)[]): void {
  if (others.length === 0) return;
  throw new RangeError(`projects holds the ${what} ${[first, ...others].join(' and ')}; add within one of them only.`);
}
