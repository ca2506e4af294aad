import { defineVocabulary } from './vocabulary.ts';

/** The formula by which a state and China name their relation. */
export const PartnershipLevel = defineVocabulary('partnership_level', 'Level of partnership', {
  friendly_cooperation: {
    label: 'Friendly cooperation',
    definition: 'Relations without a partnership formula. No source held states this level.',
  },
  strategic_partnership: { label: 'Strategic partnership', definition: 'The source says “strategic partnership”.' },
  comprehensive_strategic_partnership: {
    label: 'Comprehensive strategic partnership',
    definition: 'The source says “comprehensive”, “all-round” or “all-sided” strategic partnership.',
  },
  permanent_comprehensive_strategic_partnership: {
    label: 'Permanent comprehensive strategic partnership',
    definition: 'The source says “permanent” or “eternal” comprehensive strategic partnership.',
  },
  comprehensive_strategic_partnership_new_era: {
    label: 'Comprehensive strategic partnership for a new era',
    definition: 'The source adds “for a new era”; “cooperative” in the formula does not change the level.',
  },
  all_weather_comprehensive_strategic_partnership_new_era: {
    label: 'All-weather comprehensive strategic partnership for a new era',
    definition: 'The source adds “all-weather” to the formula for a new era.',
  },
});

/** What was transferred. */
export const TransferKind = defineVocabulary('transfer_kind', 'Kind of transfer', {
  weapons: { label: 'Weapons', definition: 'Arms, or a mixed military package that names arms.' },
  vehicles: { label: 'Vehicles', definition: 'Cars, buses, lorries, fire engines and other vehicles.' },
  surveillance: { label: 'Surveillance', definition: 'Cameras and systems for watching places or people.' },
  inspection_scanning: {
    label: 'Inspection and scanning',
    definition: 'Equipment to scan goods, luggage or vehicles.',
  },
  it_equipment: { label: 'Computer equipment', definition: 'Computers, networks and office technology.' },
  uniforms_personal_equipment: {
    label: 'Uniforms and personal equipment',
    definition: 'Clothing and equipment worn or carried by one person.',
  },
  buildings: { label: 'Buildings', definition: 'Buildings and other works that were built or paid for.' },
  funds: { label: 'Funds', definition: 'Money for a purpose of the recipient.' },
  other: { label: 'Other', definition: 'Another kind, a mixed package, or a kind that the sources do not tell.' },
});

/** On what terms it was transferred. */
export const TransferTerms = defineVocabulary('transfer_terms', 'Terms of transfer', {
  grant: {
    label: 'Grant',
    definition: 'The source says free, grant, gift, aid or assistance, or that the Chinese side pays.',
  },
  loan: { label: 'Loan', definition: 'The source says loan or credit.' },
  sale: { label: 'Sale', definition: 'The source says sale or purchase.' },
  unknown: {
    label: 'Unknown',
    definition: 'The sources do not tell; “provided”, “delivered” and “handed over” are not enough.',
  },
});

/** How a value of money is known. */
export const ValueBasis = defineVocabulary('value_basis', 'Basis of the value', {
  stated: { label: 'Stated', definition: 'The source gives the value in this currency.' },
  converted: { label: 'Converted', definition: 'The value was converted from another currency by the compilers.' },
});

/** What kind of system was adopted. */
export const AdoptionSystem = defineVocabulary('adoption_system', 'System', {
  safe_city: {
    label: 'Safe city',
    definition: 'City-wide cameras with a control centre, alone or within a smart city.',
  },
  traffic_cameras: { label: 'Traffic cameras', definition: 'Cameras to record traffic and its offences.' },
  facial_recognition: { label: 'Face recognition', definition: 'Cameras or software that recognise faces.' },
  internet_control: { label: 'Internet control', definition: 'Means to watch, filter or block internet traffic.' },
  other: { label: 'Other', definition: 'Another system, or one whose type the sources do not tell.' },
});

/** How far the adoption of a system had come. */
export const AdoptionStatus = defineVocabulary('adoption_status', 'Status', {
  planned: { label: 'Planned', definition: 'Announced, approved or under discussion.' },
  agreed: { label: 'Agreed', definition: 'A contract or agreement was signed.' },
  being_installed: { label: 'Being installed', definition: 'Installation had begun and was not complete.' },
  trial: { label: 'Trial', definition: 'In use as a trial.' },
  operating: { label: 'Operating', definition: 'In use.' },
  cancelled: { label: 'Cancelled', definition: 'Withdrawn after an agreement or a plan.' },
  unknown: { label: 'Unknown', definition: 'The sources do not tell the status.' },
});

/** Whether a source connects a rights event with China. */
export const LinkToChina = defineVocabulary('link_to_china', 'Link to China', {
  stated_by_source: { label: 'Stated by a source', definition: 'A source connects the event with China.' },
  none_stated: { label: 'None stated', definition: 'No source states a connection with China.' },
});

/** The currencies of values, by ISO 4217 code. */
export const Currency = defineVocabulary('currency', 'Currency', {
  CNY: { label: 'Yuan renminbi', definition: 'Currency of China.' },
  USD: { label: 'US dollar', definition: 'Currency of the United States.' },
  EUR: { label: 'Euro', definition: 'Currency of the euro area.' },
  RUB: { label: 'Russian rouble', definition: 'Currency of Russia.' },
  KZT: { label: 'Tenge', definition: 'Currency of Kazakhstan.' },
  KGS: { label: 'Kyrgyz som', definition: 'Currency of Kyrgyzstan.' },
  TJS: { label: 'Somoni', definition: 'Currency of Tajikistan.' },
  TMT: { label: 'Manat', definition: 'Currency of Turkmenistan.' },
  UZS: { label: 'Uzbek sum', definition: 'Currency of Uzbekistan.' },
});
