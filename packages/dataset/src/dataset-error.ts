import { formatProblem, type Problem } from '@govexport/schema';

/**
 * A dataset that cannot be used, with everything that is wrong with it: its message has one line for each problem.
 *
 * @example
 * const missing = { file: 'dataset.json', record: null, field: '', value: 'missing', expected: 'a JSON file' }
 * new DatasetError('data', [missing]).message
 * // => 'data has one problem:\n  dataset.json is missing; expected a JSON file'
 */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  /** What the dataset is called, such as its folder. */
  readonly location: string;
  /** The problems, in the order of the message. */
  readonly problems: readonly Problem[];

  /**
   * @param location - what to call the dataset, such as its folder
   * @param problems - at least one problem
   */
  constructor(location: string, problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
    super([`${location} has ${count}:`, ...problems.map((problem) => `  ${formatProblem(problem)}`)].join('\n'));
    this.location = location;
    this.problems = problems;
  }
}
