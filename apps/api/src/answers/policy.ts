/** How long an answer may be kept by others, by the class of its address. */
export const policies = {
  /** Data of a version: the same for ever. */
  immutable: 'public, max-age=31536000, immutable',
  /** Numbers computed from a version: the same until a method is corrected. */
  daily: 'public, max-age=86400',
  /** Where the latest version is. */
  brief: 'public, max-age=300',
  /** May be kept, but is asked for again with its ETag each time. */
  revalidate: 'public, no-cache',
  /** True of this moment only. */
  never: 'no-store',
} as const;

/** Class of an address. */
export type Policy = keyof typeof policies;
