import { daysInclusive, endsBefore, yearsOfDate } from './partial-date.ts';
import type { Program } from './program.ts';
import type { Finding, Rule } from './rule.ts';
import { isKnown } from './unknown.ts';

type ProgramRule = Rule<Program>;

const yearMatchesStart: ProgramRule = ({ start, year }, { year_starts_in }) => {
  const years = yearsOfDate(start, year_starts_in);
  if (years.includes(year)) return [];
  return [{ field: 'year', value: year, expected: `${years.join(' or ')}, the year of start ${start}` }];
};

const endNotBeforeStart: ProgramRule = ({ start, end }) =>
  end !== null && endsBefore(start, end)
    ? [{ field: 'end', value: end, expected: `a date not before start ${start}` }]
    : [];

const durationMatchesDates: ProgramRule = ({ start, end, duration_days }) => {
  const days = end === null ? null : daysInclusive(start, end);
  if (days === null || duration_days === null || endsBefore(start, end ?? start) || days === duration_days) return [];
  return [
    { field: 'duration_days', value: duration_days, expected: `${days}, from ${start} to ${end} inclusive, or null` },
  ];
};

const participantsInBounds: ProgramRule = ({ participants: { value, low, high } }) => {
  const findings: Finding[] = [];
  if (low !== null && high !== null && low > high) {
    findings.push({ field: 'participants.low', value: low, expected: `at most high ${high}` });
  }
  if (value !== null && low !== null && low > value) {
    findings.push({ field: 'participants.low', value: low, expected: `at most value ${value}` });
  }
  if (value !== null && high !== null && high < value) {
    findings.push({ field: 'participants.high', value: high, expected: `at least value ${value}` });
  }
  return findings;
};

const basisFollowsFigure: ProgramRule = ({ participants: { value, low, high, basis } }) => {
  const figureless = value === null && low === null && high === null;
  if (figureless === !isKnown(basis)) return [];
  const expected = figureless
    ? 'unknown where no figure is given'
    : 'a basis other than unknown where a figure is given';
  return [{ field: 'participants.basis', value: basis, expected }];
};

const impliedCountriesNotNamed: ProgramRule = ({ countries, countries_implied }) =>
  countries_implied
    .filter((country) => countries.includes(country))
    .map((country) => ({
      field: 'countries_implied',
      value: country,
      expected: 'only states that no source names; this one stands in countries too',
    }));

const recommendationFollowsReasons: ProgramRule = ({ exclusion_reasons, recommended_for_aggregates }) => {
  const expected = exclusion_reasons.every((reason) => reason === 'online');
  if (expected === recommended_for_aggregates) return [];
  const because = expected ? 'no exclusion reason but “online” is given' : `of ${exclusion_reasons.join(', ')}`;
  return [
    {
      field: 'recommended_for_aggregates',
      value: recommended_for_aggregates,
      expected: `${expected}, because ${because}`,
    },
  ];
};

const fieldSourcesAreSources: ProgramRule = ({ sources, field_sources }) =>
  Object.entries(field_sources).flatMap(([group, ids]) =>
    ids
      .filter((id) => !sources.includes(id))
      .map((id) => ({ field: `field_sources.${group}`, value: id, expected: 'an id that stands in sources too' })),
  );

/** Every rule within one program, in the order in which problems are reported. */
export const programRules: readonly ProgramRule[] = [
  yearMatchesStart,
  endNotBeforeStart,
  durationMatchesDates,
  participantsInBounds,
  basisFollowsFigure,
  impliedCountriesNotNamed,
  recommendationFollowsReasons,
  fieldSourcesAreSources,
];
