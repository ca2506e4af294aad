import { limits } from '@govexport/router';
import { Domain } from '@govexport/schema';
import type { Timeline, TimelineMark } from '@govexport/charts';
import { m } from '../generated/messages.js';
import { caller } from './caller.ts';
import { termLabel } from './labels.ts';

/** Every program of the records as a mark. */
export async function timelineOf(): Promise<Timeline> {
  const marks = await allMarks();
  const countOf = (chosen: (mark: TimelineMark) => boolean) => marks.filter(chosen).length;
  const years = [...new Set(marks.map(({ year }) => year))].toSorted((one, other) => one - other);
  const peak = years.reduce<{ year: number; count: number }>(
    (best, year) => {
      const count = countOf((mark) => mark.year === year);
      return count > best.count ? { year, count } : best;
    },
    { year: 0, count: 0 },
  );
  const domains = Domain.values.map((domain) => {
    return `${termLabel('domain', domain)} ${countOf((mark) => mark.domain === domain)}`;
  });
  return {
    marks,
    domains: Object.fromEntries(Domain.values.map((domain) => [domain, termLabel('domain', domain)])),
    description: m.timeline_description({
      ...{ count: marks.length, first: years[0] ?? '', last: years.at(-1) ?? '' },
      ...{ peak: peak.count, year: peak.year, domains: domains.join(m.list_mark()) },
    }),
  };
}

async function allMarks(cursor: string | null = null): Promise<TimelineMark[]> {
  const page = await caller.programs.list({ scope: 'all', limit: limits.page_size, cursor });
  const marks = page.items.map(({ id, title, year, domain, recommended_for_aggregates: counted }) => ({
    ...{ id, title, year, domain, counted },
  }));
  return page.next_cursor === null ? marks : [...marks, ...(await allMarks(page.next_cursor))];
}
