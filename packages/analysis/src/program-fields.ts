/** The yes/no/unknown attributes of a program, in the order of tables and forms. */
export const attributes = ['security_related', 'technology_component', 'equipment_transfer'] as const;

/** Fields whose value can be unknown, in the order of the schema. */
export const knownFieldNames = [
  'end',
  'duration_days',
  'venue',
  'host_institution',
  'host_cities',
  'host_province',
  'organisers',
  'funders',
  'frame',
  'countries',
  'recipient_agencies',
  'sector',
  'topics',
  'participants',
  'security_related',
  'technology_component',
  'equipment_transfer',
  'format',
  'trainees',
] as const;
