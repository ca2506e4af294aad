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
  return /^\..+\.part-\d+$/.test(name);
}
