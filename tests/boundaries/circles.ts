import { posix } from 'node:path';
import type { FoundImport } from './found-imports.ts';

/** Files that import one another, each by way of the next. */
export type Circle = readonly string[];

/**
 * The circles among files. An import of types counts as any other, and so does one that is loaded later: whoever reads one
 * file of a circle has to read them all.
 *
 * @param imports - of all files; those of other packages and of libraries are passed over
 * @returns each circle once, as its files in order
 */
export function circlesAmong(imports: readonly FoundImport[]): Circle[] {
  const files = new Set(imports.map(({ file }) => file));
  const next = new Map<string, string[]>();
  for (const { file, specifier } of imports) {
    const target = targetOf(file, specifier);
    if (target !== null && files.has(target)) next.set(file, [...(next.get(file) ?? []), target]);
  }
  return connected(next);
}

/** The file that an import within a package names; null where it names something else. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  return specifier.startsWith('$lib/') ? `apps/web/src/lib/${specifier.slice('$lib/'.length)}` : null;
}

/** Sets of files that reach each other, by Tarjan's algorithm; a file that imports itself is one too. */
function connected(next: ReadonlyMap<string, readonly string[]>): Circle[] {
  const circles: Circle[] = [];
  const index = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    lowest.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const target of next.get(file) ?? []) {
      if (!index.has(target)) visit(target);
      else if (!stack.includes(target)) continue;
      lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(target) ?? 0));
    }
    if (lowest.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || next.get(file)?.includes(file)) circles.push(circle.sort());
  };
  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return circles;
}
