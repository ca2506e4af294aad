import { defineVocabulary } from './vocabulary.ts';

/** Whether a number was promised or counted. */
export const ClaimKind = defineVocabulary('claim_kind', 'Kind of claim', {
  pledge: { label: 'Pledge', definition: 'A number promised for a time to come.' },
  total: { label: 'Total', definition: 'A number that a body gives for what was done or is there.' },
});

/** What a claimed number counts. The units differ: never add numbers of two measures. */
export const ClaimMeasure = defineVocabulary('claim_measure', 'Measure', {
  persons: { label: 'Persons', definition: 'Persons trained or to be trained, of any standing.' },
  officers: { label: 'Officers', definition: 'Police, military or other officers and officials.' },
  attendances: { label: 'Attendances', definition: 'Attendances; one person may be counted more than once.' },
  places: { label: 'Places', definition: 'Places offered.' },
  courses: { label: 'Courses', definition: 'Courses held.' },
  seminars: { label: 'Seminars', definition: 'Seminars held.' },
  programmes: { label: 'Programs', definition: 'Programs held.' },
  forums: { label: 'Forums', definition: 'Forums held.' },
  meetings: { label: 'Meetings', definition: 'Meetings held.' },
  countries: { label: 'Countries', definition: 'Countries reached.' },
  cases: { label: 'Cases', definition: 'Cases, such as detentions and deportations.' },
  cameras: { label: 'Cameras', definition: 'Cameras in use or planned.' },
  percent: { label: 'Percent', definition: 'A share in percent.' },
  cny: { label: 'Yuan renminbi', definition: 'Money in yuan of the time.' },
  usd: { label: 'US dollars', definition: 'Money in US dollars of the time.' },
  usd_constant_2021: { label: 'US dollars of 2021', definition: 'Money in constant US dollars of 2021.' },
});

/** The subject under which a lead is filed. */
export const LeadTheme = defineVocabulary('lead_theme', 'Theme', {
  security_and_justice: {
    label: 'Security and justice',
    definition: 'Police, border, military, courts and prosecution.',
  },
  emergency_weather_water_energy: {
    label: 'Emergency, weather, water, energy',
    definition: 'Disasters, meteorology, water management and energy.',
  },
  agriculture_forestry_environment: {
    label: 'Agriculture, forestry, environment',
    definition: 'Farming, forests and the environment.',
  },
  trade_transport_finance_development: {
    label: 'Trade, transport, finance, development',
    definition: 'Trade, transport, public finance, audit, poverty reduction and intellectual property.',
  },
  administration_education_media: {
    label: 'Administration, education, media',
    definition: 'Civil service, education, media and what the other themes do not name.',
  },
  literature_and_data: {
    label: 'Literature and data',
    definition: 'Studies and datasets that may hold programs or figures.',
  },
});

/** The fields of a program that were coded more than once. */
export const CodedField = defineVocabulary('coded_field', 'Coded field', {
  year: { label: 'Year', definition: 'The year of the start. Round 1.' },
  participants: { label: 'Participants', definition: 'The participant figure. Round 1.' },
  confidence: { label: 'Confidence', definition: 'How firmly the sources carry the record. Round 1.' },
  domain: { label: 'Domain', definition: 'Security, justice or civil. From round 2 on.' },
  trainees: { label: 'Trainees', definition: 'Whether the trainees are shown to be officials. From round 2 on.' },
  sector: { label: 'Sector', definition: 'The line of government. Every round.' },
  frame: { label: 'Frame', definition: 'The relation between states. Every round.' },
  format: { label: 'Format', definition: 'The kind of event. Every round.' },
  security_related: { label: 'Security related', definition: 'Whether content was about security. Every round.' },
  technology_component: { label: 'Technology', definition: 'Whether technology was taught or shown. Every round.' },
  equipment_transfer: { label: 'Equipment', definition: 'Whether equipment came with the program. Every round.' },
});
