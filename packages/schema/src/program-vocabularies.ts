import { defineVocabulary, type ValueOf } from './vocabulary.ts';

/** Where the teaching took place, told from the side of the state that trains. */
export const Venue = defineVocabulary('venue', 'Venue', {
  in_sender: { label: 'In the sending state', definition: 'The trainees came to the sending state.' },
  in_recipient: {
    label: 'In the trainees’ state',
    definition: 'Taught in the state of the trainees by instructors from the sending state.',
  },
  third_state: {
    label: 'In a third state',
    definition:
      'Taught by instructors from the sending state in a state that is neither the sending state nor that of the trainees.',
  },
  hybrid: { label: 'Hybrid', definition: 'A part was held in the sending state and a part at a distance.' },
  online: { label: 'Online', definition: 'Held at a distance; the trainees stayed at home.' },
  unknown: { label: 'Unknown', definition: 'The sources do not tell where the teaching took place.' },
});

/** How the year of a program is known. */
export const YearBasis = defineVocabulary('year_basis', 'Basis of the year', {
  stated: { label: 'Stated', definition: 'A source gives the year together with the program.' },
  'page-date': { label: 'Page date', definition: 'The year is that of the publication date or of the page address.' },
  inferred: { label: 'Inferred', definition: 'The year is worked out from other facts in the sources.' },
});

/** Under which relation between states a program was held. */
export const Frame = defineVocabulary('frame', 'Frame', {
  bilateral: { label: 'Bilateral', definition: 'The sending state and one recipient state.' },
  sco: {
    label: 'Shanghai Cooperation Organisation',
    definition: 'Organised for or under the Shanghai Cooperation Organisation.',
  },
  belt_and_road: {
    label: 'Belt and Road',
    definition: 'Named by the source as part of the Belt and Road, and not organised under the SCO.',
  },
  multilateral: { label: 'Multilateral', definition: 'Another group of states.' },
  unknown: { label: 'Unknown', definition: 'The sources do not tell the frame.' },
});

/** The broad field of a program: its subject or, for the security field, the service of its trainees. */
export const Domain = defineVocabulary('domain', 'Domain', {
  security: {
    label: 'Security',
    definition:
      'The subject or the trainees’ service is policing, public security, border guard, customs enforcement, drug control, prisons, intelligence, defence, counter-terrorism, cyber-security or nuclear security.',
  },
  justice: { label: 'Justice', definition: 'Courts, prosecution, legal aid or legal services.' },
  civil: { label: 'Civil', definition: 'Every other subject, such as health, agriculture, media or administration.' },
});

/** The line of government a program concerns. */
export const Sector = defineVocabulary('sector', 'Sector', {
  police: { label: 'Police', definition: 'Police and public security.' },
  border: { label: 'Border guard', definition: 'Guarding and management of state borders.' },
  customs: { label: 'Customs', definition: 'Customs control and customs facilitation.' },
  military: { label: 'Military', definition: 'Armed forces and defence ministries.' },
  intelligence: { label: 'Intelligence', definition: 'Intelligence and state security services.' },
  prosecution: { label: 'Prosecution', definition: 'Public prosecution.' },
  judiciary: { label: 'Judiciary', definition: 'Courts, judges, legal aid and legal services.' },
  drug_control: { label: 'Drug control', definition: 'Control of narcotic drugs.' },
  emergency: { label: 'Emergency management', definition: 'Disasters, rescue and emergency management.' },
  prisons: { label: 'Prisons', definition: 'Prisons and the execution of sentences.' },
  public_administration: { label: 'Public administration', definition: 'Civil service and general administration.' },
  diplomacy: { label: 'Diplomacy', definition: 'Foreign ministries and foreign service.' },
  media: { label: 'Media', definition: 'Press, broadcasting and public information.' },
  finance_tax: { label: 'Finance and tax', definition: 'Public finance and taxation.' },
  trade: { label: 'Trade', definition: 'Trade, commerce and investment.' },
  ict: { label: 'Information technology', definition: 'Information and communication technology, big data.' },
  transport: { label: 'Transport', definition: 'Railways, roads, aviation and ports.' },
  energy: { label: 'Energy', definition: 'Power, fuels and energy technology, nuclear included.' },
  agriculture: { label: 'Agriculture', definition: 'Farming, livestock, veterinary service and land use.' },
  health: { label: 'Health', definition: 'Public health and medicine.' },
  education: { label: 'Education', definition: 'Schools, universities and vocational training.' },
  culture: { label: 'Culture', definition: 'Culture, heritage and sport.' },
  meteorology: { label: 'Meteorology', definition: 'Weather and climate services.' },
  labour: { label: 'Labour', definition: 'Labour, employment and trade unions.' },
  social_policy: { label: 'Social policy', definition: 'Poverty reduction and social policy.' },
  other: { label: 'Other', definition: 'A sector that this list does not name.' },
  unknown: { label: 'Unknown', definition: 'The sources do not tell the sector.' },
});

/** What kind of event a program was. */
export const Format = defineVocabulary('format', 'Format', {
  seminar: { label: 'Seminar', definition: 'Called seminar, workshop, symposium or 研修班 / 研讨班.' },
  short_course: { label: 'Short course', definition: 'A course with teaching, under 60 days.' },
  long_course: { label: 'Long course', definition: 'A course of 60 days or more.' },
  study_visit: { label: 'Study visit', definition: 'Mainly visits and meetings.' },
  degree: { label: 'Degree', definition: 'Leads to an academic degree.' },
  unknown: { label: 'Unknown', definition: 'The sources do not tell the format.' },
});

/** Whether the trainees are shown to be serving officials. */
export const Trainees = defineVocabulary('trainees', 'Trainees', {
  officials: {
    label: 'Officials',
    definition: 'Serving state officials, officers, judges, prosecutors or staff of state bodies.',
  },
  mixed: { label: 'Mixed', definition: 'Officials together with others.' },
  not_officials: { label: 'Not officials', definition: 'The sources show other trainees only.' },
  not_shown: { label: 'Not shown', definition: 'The sources do not tell who the trainees were.' },
});

/** What the participant figure counts. */
export const ParticipantsBasis = defineVocabulary('participants_basis', 'Basis of the participant figure', {
  exact: { label: 'Exact', definition: 'The source prints the figure; no trainees of other countries are shown.' },
  rounded: { label: 'Rounded', definition: 'The source gives a round figure.' },
  includes_other_countries: {
    label: 'Includes other countries',
    definition: 'The figure is for the whole group, trainees of other countries included.',
  },
  unknown: { label: 'Unknown', definition: 'No source gives a figure.' },
});

/** How firmly the sources carry a record. */
export const Confidence = defineVocabulary('confidence', 'Confidence', {
  low: { label: 'Low', definition: 'An essential fact is doubtful or rests on a passing mention.' },
  medium: {
    label: 'Medium',
    definition:
      'The highest value where the only source is a copy under an unrelated domain, or where the trainees’ eligibility is read from the frame.',
  },
  high: { label: 'High', definition: 'The essential facts are explicit in the sources.' },
});

/**
 * Whether a record is at least as firm as asked, in the order of the terms: low, medium, high.
 *
 * @example
 * reachesConfidence('medium', 'high') // => false
 */
export function reachesConfidence(confidence: ValueOf<typeof Confidence>, lowest: ValueOf<typeof Confidence>): boolean {
  return Confidence.values.indexOf(confidence) >= Confidence.values.indexOf(lowest);
}

/** Why a record is left out of aggregates. */
export const ExclusionReason = defineVocabulary('exclusion_reason', 'Reason for exclusion', {
  'meeting-not-course': {
    label: 'Meeting, not a course',
    definition: 'A forum, meeting or exchange without teaching.',
  },
  'trainees-not-shown': { label: 'Trainees not shown', definition: 'The sources do not tell who the trainees were.' },
  'trainees-not-officials': { label: 'Trainees not officials', definition: 'The trainees were not officials.' },
  'no-central-asian-country-named': {
    label: 'No recipient state named',
    definition: 'No source names a recipient state among the participants.',
  },
  'year-inferred': { label: 'Year inferred', definition: 'The year is inferred and not given by a source.' },
  'low-confidence': { label: 'Low confidence', definition: 'The confidence of the record is low.' },
  'company-organised': {
    label: 'Organised by a company',
    definition: 'A company, not a public body, was the organiser.',
  },
  'co-organised-with-third-state': {
    label: 'Organised with a third state',
    definition: 'A state other than the sending state and the recipients was among the organisers.',
  },
  'held-in-recipient-state': {
    label: 'Held in the trainees’ state',
    definition: 'Taught by instructors from the sending state in the state of the trainees, not in the sending state.',
  },
  'press-tour': { label: 'Press tour', definition: 'A tour for journalists without teaching.' },
  online: { label: 'Online', definition: 'Held online. This reason alone does not take a record out of aggregates.' },
});
