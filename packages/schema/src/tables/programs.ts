import { programRules } from '../program-rules.ts';
import { Program } from '../program.ts';
import { defineTable } from '../table.ts';

export const programs = defineTable({
  name: 'programs',
  singular: 'program',
  title: 'Programs',
  description:
    'Training programs, one real-world course, seminar or visit a record. A program that is not here may well have been held.',
  record: Program,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
  required: true,
  groups: [
    {
      title: 'When',
      fields: ['start', 'end', 'year', 'year_basis', 'duration_days'],
      supported_by: 'dates',
    },
    {
      title: 'Where and by whom',
      fields: [
        ...['venue', 'host_institution', 'host_institution_local', 'host_cities', 'host_province', 'organisers'],
        'funders',
      ],
      supported_by: 'host',
    },
    {
      title: 'For whom',
      fields: ['frame', 'countries', 'countries_implied', 'other_countries', 'recipient_agencies', 'trainees'],
      supported_by: 'countries',
    },
    { title: 'How many', fields: ['participants'], supported_by: 'participants' },
    {
      title: 'What about',
      fields: [
        ...['domain', 'sector', 'topics', 'format', 'security_related', 'technology_component', 'technology_notes'],
        'equipment_transfer',
      ],
      supported_by: 'content',
    },
    {
      title: 'How firm the record is',
      fields: ['confidence', 'recommended_for_aggregates', 'exclusion_reasons', 'codings', 'notes'],
    },
  ],
  none: ['countries_implied', 'technology_notes', 'exclusion_reasons', 'codings', 'notes'],
  rules: programRules,
});
