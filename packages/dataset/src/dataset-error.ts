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
  /** How many more there are, of kinds of which many are listed. */
  readonly unlisted: number;

  /**
   * @param location - what to call the dataset, such as its folder
   * @param problems - at least one problem
   * @param unlisted - how many more there are of their kinds
   */
  constructor(location: string, problems: readonly Problem[], unlisted = 0) {
    const found = problems.length + unlisted;
    const count = found === 1 ? 'one problem' : `${found} problems`;
    const more = unlisted === 0 ? [] : [`  and ${unlisted} more like these`];
    super([`${location} has ${count}:`, ...problems.map((one) => `  ${formatProblem(one)}`), ...more].join('\n'));
    this.location = location;
    this.problems = problems;
    this.unlisted = unlisted;
  }
}
