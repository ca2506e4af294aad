/**
 * The name under which something is written before it is renamed to its place. A reader leaves such a name out, so that
 * what a killed program leaves behind harms nothing.
 *
 * @example
 * unfinishedName('GX-0001.json', 42) // => '.GX-0001.json.part-42'
 */
export function unfinishedName(name: string, process_id: number): string {
  return `.${name}.part-${process_id}`;
}

/**
 * Whether a name is that of something unfinished.
 *
 * @example
 * isUnfinished('.GX-0001.json.part-42') // => true
 */
export function isUnfinished(name: string): boolean {
  return finishedName(name) !== null;
}

/**
 * The name that something unfinished is to have, and the process that wrote it; null where a name is that of nothing
 * unfinished.
 *
 * @example
 * finishedName('.GX-0001.json.part-42') // => { name: 'GX-0001.json', process_id: 42 }
 */
export function finishedName(name: string): { readonly name: string; readonly process_id: number } | null {
  const [, finished, process_id] = /^\.(.+)\.part-(\d+)$/.exec(name) ?? [];
  return finished === undefined ? null : { name: finished, process_id: Number(process_id) };
}

const ofSystems = /^(\.DS_Store|\._.*|Icon\r|__MACOSX|Thumbs\.db|ehthumbs\.db|desktop\.ini|~\$.*|\.~lock\..*#)$/i;

/**
 * Whether a name is that of a file which an operating system or an office program leaves in folders and archives: a
 * dataset is read as if it were not there.
 *
 * @example
 * ['.DS_Store', '~$GX-0001.json', 'programs'].map(isOfSystem) // => [true, true, false]
 */
export function isOfSystem(name: string): boolean {
  return ofSystems.test(name);
}

/** The names in a folder that are of the dataset: what a killed program or an operating system has left there is no part of it. */
export function ofDataset(names: readonly string[]): string[] {
  return names.filter((name) => !isUnfinished(name) && !isOfSystem(name));
}
