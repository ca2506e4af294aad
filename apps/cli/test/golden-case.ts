/** Arguments of the built program whose whole output is kept in `golden/<name>/`. */
export interface GoldenCase {
  readonly name: string;
  readonly args: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  /** Folder below test/ that is copied for the case, as the working directory; what it writes there is kept too. */
  readonly within?: string;
}

/** Words as a shell takes them: one in quotes may hold spaces. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** A case that works on a copy of a folder below test/. */
export function within(folder: string, name: string, line: string): GoldenCase {
  return { name, args: words(line), variables: {}, within: folder };
}

const small = { GOVEXPORT_DATASET: 'test/dataset' };

export function golden(name: string, line: string): GoldenCase {
  return { name, args: line === '' ? [] : line.split(' '), variables: small };
}
