import { m } from '../generated/messages.js';

const titles: Readonly<Record<string, () => string>> = {
  dates: m.sheet_when,
  host: m.sheet_where,
  countries: m.sheet_for_whom,
  participants: m.sheet_how_many,
  content: m.sheet_what,
};

/** What a page calls the fields that the same sources support. */
export function partTitle(part: string): string {
  return titles[part]?.() ?? part;
}
