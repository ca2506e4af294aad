import { z } from 'zod';
import { readJsonFile } from '../read-json.ts';
import { existsSync } from 'node:fs';
import { LocationError } from '../location-error.ts';
import { replaceFile } from '../folders/atomic-writes.ts';

/** What became of an address. `unsettled` is what says nothing of the page, and is left out of the records. */
export const linkResults = ['ok', 'redirected', 'gone', 'unreachable', 'unsettled'] as const;

/**
 * One check of the address of a source.
 *
 * @example
 * LinkCheck.safeParse({ source: 'S-0001' }).success // => false
 */
export const LinkCheck = z.strictObject({
  source: z.string().describe('Id of the source.'),
  url: z.string().describe('Address that was opened.'),
  result: z.enum(linkResults).describe('What became of it.'),
  reason: z.string().nullable().describe('Why, where it is not ok.'),
  http_status: z.int().nullable().describe('Last status that a server answered.'),
  final_url: z.string().nullable().describe('Where the address led to, if it led on.'),
  content_sha256: z.string().nullable().describe('SHA-256 of the content; null where there was none, or too much.'),
  archived_url: z.string().nullable().describe('Copy in an archive nearest to the day when the source was read.'),
  archived: z.string().nullable().describe('When that copy was taken.'),
  checked: z.string().describe('Day of the check, UTC.'),
});

/** One check of the address of a source. */
export type LinkCheck = z.infer<typeof LinkCheck>;

const Round = z.strictObject({ checks: z.array(LinkCheck) });

/**
 * The checks of a round that was begun; none where the file is not there.
 *
 * @throws LocationError where the file is no such list
 */
export function readRound(path: string): LinkCheck[] {
  if (!existsSync(path)) return [];
  const parsed = Round.safeParse(readJsonFile(path, 'a list of link checks'));
  if (!parsed.success)
    throw new LocationError(`${path} is no list of link checks; expected one that check-links wrote.`);
  return parsed.data.checks;
}

/** Keeps the checks of a round: the file is whole at every moment. */
export function writeRound(path: string, checks: readonly LinkCheck[]): void {
  replaceFile(path, `${JSON.stringify({ checks }, null, 2)}\n`);
}
