import type { Changes, Dataset, Problem, Release } from '@govexport/schema';
import { contentOf, type DatasetContent } from './dataset-content.ts';
import { diffDatasets, firstRelease } from './diff-datasets.ts';
import { withNewIds, type PublishedId } from './id-register.ts';
import type { Correction } from './reasons.ts';
import { releaseProblems } from './release-problems.ts';

/** What a release is made from. */
export interface ReleaseInput {
  /** The last release; null where there is none. */
  readonly before: DatasetContent | null;
  /** The dataset with the version that is to be released. */
  readonly dataset: Dataset;
  readonly corrections: readonly Correction[];
  readonly register: readonly PublishedId[];
  readonly history: Changes;
}

/** A release that may be published, or everything that keeps it from that. */
export type PreparedRelease =
  | {
      readonly ok: true;
      readonly release: Release;
      readonly history: Changes;
      readonly register: readonly PublishedId[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Prepares a release: what changed since the last one, with the history and the register of ids carried on. A version
 * that is in the history already takes the place of its earlier entry.
 *
 * @example
 * const dataset = loadDataset()
 * const history = { name: dataset.meta.name, releases: [] }
 * prepareRelease({ before: null, dataset, corrections: [], register: [], history }).ok // => true
 */
export function prepareRelease({ before, dataset, corrections, register, history }: ReleaseInput): PreparedRelease {
  const content = contentOf(dataset);
  const diff = before === null ? firstRelease(content) : diffDatasets(before, content, corrections);
  const problems = releaseProblems({ diff, before, dataset, corrections, register });
  if (problems.length > 0) return { ok: false, problems };
  const { version, previous, ...changes } = diff;
  const release: Release = { version, previous, sha256: dataset.sha256, ...changes };
  const earlier = history.releases.filter((one) => one.version !== version);
  return {
    ok: true,
    release,
    history: { name: dataset.meta.name, releases: [release, ...earlier] },
    register: withNewIds(register, dataset),
  };
}
