import { PartnershipLevel, partnershipRanks } from '@govexport/schema';
import type { Caller } from '@govexport/router';
import type { Ladder } from '@govexport/charts';
import { writeDate } from '../dates.ts';
import { m } from '../generated/messages.js';
import { termLabel } from './labels.ts';

type Partnerships = Awaited<ReturnType<Caller['statistics']['partnerships']>>['result'];

/** The recorded steps of every state, for the chart and in words. */
export function ladderOf({ countries, steps, date }: Partnerships): Ladder {
  const states = countries.map(({ country }) => {
    const name = termLabel('recipient_country', country);
    const taken = steps
      .filter((step) => step.country === country && step.kind === 'step')
      .map((step) => ({ date: step.date, rank: step.rank, level: termLabel('partnership_level', step.level) }));
    const words = taken.map(({ date: day, level }) => `${writeDate(day)} – ${level}`).join('; ');
    return { name, steps: taken, description: m.ladder_description({ state: name, steps: words || m.unknown() }) };
  });
  return {
    states,
    until: date,
    note: m.ladder_note({ levels: levelsByRank().join('; ') }),
  };
}

/** What each rung is called; levels that share a rank share a rung. */
function levelsByRank(): string[] {
  const ranks = [...new Set(Object.values(partnershipRanks))].toSorted((one, other) => one - other);
  return ranks.map((rank) => {
    const levels = PartnershipLevel.values.filter((level) => partnershipRanks[level] === rank);
    return `${rank} – ${levels.map((level) => termLabel('partnership_level', level)).join(' / ')}`;
  });
}
