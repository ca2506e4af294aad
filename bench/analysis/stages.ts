import { inferAdoptions, tabulateAdoptions } from '@govexport/analysis/compute/adoptions';
import { inferChangepoint } from '@govexport/analysis/compute/changepoint';
import { claimList, gatherEvidence } from '@govexport/analysis/compute/claims';
import { inferCompare, tabulateCompare } from '@govexport/analysis/compute/compare';
import { inferComposition, tabulateComposition } from '@govexport/analysis/compute/composition';
import { inferCoverage, tabulateCoverage } from '@govexport/analysis/compute/coverage';
import { inferCrosstab, tabulateCrosstab } from '@govexport/analysis/compute/crosstab';
import { inferDuration, tabulateDuration } from '@govexport/analysis/compute/duration';
import { inferFrequency, tabulateFrequency } from '@govexport/analysis/compute/frequency';
import { inferHosts, tabulateHosts } from '@govexport/analysis/compute/hosts';
import { computeIndicators } from '@govexport/analysis/compute/indicators';
import { inferOverview, tabulateOverview } from '@govexport/analysis/compute/overview';
import { inferParticipants, tabulateParticipants } from '@govexport/analysis/compute/participants';
import { inferPartnerships, tabulatePartnerships } from '@govexport/analysis/compute/partnerships';
import { inferReliability, tabulateReliability } from '@govexport/analysis/compute/reliability';
import { resolveFilter, type Filter } from '@govexport/analysis/compute/resolve-filter';
import { inferScope, tabulateScope } from '@govexport/analysis/compute/scope';
import { select, type Selection } from '@govexport/analysis/compute/select-programs';
import { computeSensitivity } from '@govexport/analysis/compute/sensitivity';
import { computeShare, inferShare, tabulateShare } from '@govexport/analysis/compute/share';
import { inferTransfers, tabulateTransfers } from '@govexport/analysis/compute/transfers';
import { inferTrend, tabulateTrend } from '@govexport/analysis/compute/trend';
import type { Dataset } from '@govexport/schema';
import { openFilter } from './own-engines.ts';

/** A statistic in its two layers. */
export interface Stages {
  readonly name: string;
  readonly tabulate: () => unknown;
  /** Of the counts of one tabulation; null where the answer is the table itself. */
  readonly infer: (() => unknown) | null;
}

const level = 0.95;
const drawn = { seed: 1, samples: 10_000, permutations: 9999 } as const;

/** The statistics that count programs, in the default scope. */
export function programStages(dataset: Dataset): Stages[] {
  return [...ofCounts(dataset), ...ofKinds(dataset), ...onDataset(dataset)];
}

/** Makes stages of statistics that choose from the columnar view. */
function onColumns(dataset: Dataset, filter: Filter) {
  return <Counts>(name: string, tabulate: (rows: Selection) => Counts, infer: (counts: Counts) => unknown): Stages =>
    stages(name, () => tabulate(select(dataset, filter)), infer);
}

function ofCounts(dataset: Dataset): Stages[] {
  const filter = filterOf(dataset);
  const stage = onColumns(dataset, filter);
  const frequency = { ...filter, by: 'sector' } as const;
  const coverage = { ...filter, independent_compilers: false };
  return [
    stage(
      'overview',
      (rows) => tabulateOverview(rows, dataset.sources),
      (counts) => inferOverview(counts, filter),
    ),
    stage(
      'frequency by sector',
      (rows) => tabulateFrequency(rows, frequency),
      (counts) => inferFrequency(counts, frequency),
    ),
    stage(
      'trend',
      (rows) => tabulateTrend(rows, filter, dataset),
      (counts) => inferTrend(counts, { ...filter, ...drawn }),
    ),
    stage(
      'changepoint',
      (rows) => tabulateTrend(rows, filter, dataset),
      (counts) => inferChangepoint(counts, { ...filter, ...drawn }),
    ),
    stage(
      'share',
      (rows) => tabulateShare(rows, 'security_related'),
      (counts) => inferShare(counts, level),
    ),
    stage('participants', tabulateParticipants, (counts) => inferParticipants(counts, level)),
    stage('duration', tabulateDuration, (counts) => inferDuration(counts, level)),
    stage(
      'coverage',
      (rows) => tabulateCoverage(rows, dataset.sources, filter),
      (counts) => inferCoverage(counts, coverage),
    ),
  ];
}

/** The one method whose cost grows with the counts: it goes through all tables with the margins of one of two by two. */
function oddsRatio({ programs }: Dataset): Stages {
  const [few, many] = [Math.ceil(programs.length / 5), Math.ceil((programs.length * 3) / 10)];
  const n = 2 * (few + many);
  const sides = { rows: ['security', 'civil'], columns: ['bilateral', 'sco'] } as const;
  const table = [
    [few, many],
    [many, few],
  ];
  const counts = { n, known: n, ...sides, table };
  const input = {
    ...openFilter,
    scope: 'all',
    from: null,
    to: null,
    venues: [],
    recommended_only: false,
    level,
  } as const;
  return {
    name: 'crosstab, two by two',
    tabulate: () => counts,
    infer: () => inferCrosstab(counts, { ...input, ...drawn, rows: 'domain', columns: 'frame' }),
  };
}

function ofKinds(dataset: Dataset): Stages[] {
  const filter = filterOf(dataset);
  const stage = onColumns(dataset, filter);
  const composition = { dimension: 'sector', level } as const;
  const crosstab = { ...filter, ...drawn, rows: 'sector', columns: 'frame' } as const;
  const hosts = { ...filter, ...drawn, host: 'host_institution', recipient: 'country', top: 10 } as const;
  const scope = { ...filter, split: null };
  return [
    stage(
      'composition by sector',
      (rows) => tabulateComposition(rows, 'sector'),
      (counts) => inferComposition(counts, composition),
    ),
    stage(
      'crosstab, sector by frame',
      (rows) => tabulateCrosstab(rows, crosstab),
      (counts) => inferCrosstab(counts, crosstab),
    ),
    stage(
      'scope',
      (rows) => tabulateScope(rows, scope),
      (counts) => inferScope(counts, drawn),
    ),
    stage(
      'hosts by country',
      (rows) => tabulateHosts(rows, hosts),
      (counts) => inferHosts(counts, hosts),
    ),
    oddsRatio(dataset),
  ];
}

function onDataset(dataset: Dataset): Stages[] {
  const filter = filterOf(dataset);
  const partnerships = { ...filter, date: null };
  const reliability = { ...filter, ...drawn, empty: 'missing' } as const;
  const share = { attribute: 'security_related', level } as const;
  return [
    stages(
      'partnerships',
      () => tabulatePartnerships(dataset, partnerships),
      (counts) => inferPartnerships(counts, partnerships),
    ),
    stages(
      'reliability',
      () => tabulateReliability(dataset, reliability),
      (counts) => inferReliability(counts, reliability),
    ),
    stages(
      'claims',
      () => gatherEvidence(dataset, filter),
      (evidence) => claimList.map(({ judge }) => judge(evidence)),
    ),
    stages(
      'compare',
      () => tabulateCompare(dataset, filter),
      (counts) => inferCompare(counts, level),
    ),
    {
      name: 'sensitivity of share',
      tabulate: () =>
        computeSensitivity(
          dataset,
          filter,
          (data, given) => computeShare(data, { ...given, ...share }).clopper_pearson,
        ),
      infer: null,
    },
  ];
}

/** The statistics that count other records. */
export function contextStages(dataset: Dataset): Stages[] {
  const filter = filterOf(dataset);
  return [
    stages(
      'transfers',
      () => tabulateTransfers(dataset, filter),
      (counts) => inferTransfers(counts, level),
    ),
    stages(
      'adoptions',
      () => tabulateAdoptions(dataset, filter),
      (counts) => inferAdoptions(counts, level),
    ),
    { name: 'indicators', tabulate: () => computeIndicators(dataset, { ...filter, indicator: null }), infer: null },
  ];
}

function filterOf(dataset: Dataset) {
  return { ...resolveFilter(dataset, { ...openFilter, scope: 'default' }), level };
}

function stages<Counts>(name: string, tabulate: () => Counts, infer: (counts: Counts) => unknown): Stages {
  const counts = tabulate();
  return { name, tabulate, infer: () => infer(counts) };
}
