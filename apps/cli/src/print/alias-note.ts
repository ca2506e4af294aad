import type { ProgramAnswer } from '@govexport/router';
import type { z } from 'zod';

/** A sentence where the id that was asked for is that of a merged record, to stand behind a title; else nothing. */
export function aliasNote(alias: z.output<typeof ProgramAnswer>['alias'], live: string): string {
  if (alias === null) return '';
  return `. ${alias.id} was merged into ${live} in version ${alias.version}: ${alias.reason.replace(/\.$/, '')}.`;
}
