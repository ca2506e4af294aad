import type { VersionStep } from '@govexport/schema';

type Parts = readonly [major: number, minor: number, patch: number];

function partsOf(version: string): Parts {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
}

/**
 * The smallest version that follows another by a step.
 *
 * @example
 * nextVersion('1.4.2', 'minor') // => '1.5.0'
 */
export function nextVersion(version: string, step: VersionStep): string {
  const [major, minor, patch] = partsOf(version);
  const next: Readonly<Record<VersionStep, Parts>> = {
    none: [major, minor, patch],
    patch: [major, minor, patch + 1],
    minor: [major, minor + 1, 0],
    major: [major + 1, 0, 0],
  };
  return next[step].join('.');
}

/**
 * Whether a version is at least as high as another.
 *
 * @example
 * isAtLeast('1.10.0', '1.9.0') // => true
 */
export function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [partsOf(version), partsOf(least)];
  const differing = a.findIndex((part, index) => part !== b[index]);
  return differing < 0 || (a[differing] ?? 0) > (b[differing] ?? 0);
}
