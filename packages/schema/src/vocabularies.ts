import { ClaimKind, ClaimMeasure, CodedField, LeadTheme } from './claim-vocabularies.ts';
import {
  AdoptionStatus,
  AdoptionSystem,
  Currency,
  LinkToChina,
  PartnershipLevel,
  TransferKind,
  TransferTerms,
  ValueBasis,
} from './context-vocabularies.ts';
import { countryName } from './country-names.ts';
import {
  Confidence,
  Domain,
  ExclusionReason,
  Format,
  Frame,
  ParticipantsBasis,
  Sector,
  Trainees,
  Venue,
  YearBasis,
} from './program-vocabularies.ts';
import { ReviewVerdict } from './review-vocabularies.ts';
import { LinkStatus, PublisherType, SourceAccess } from './source-vocabularies.ts';
import { withSender } from './sender-words.ts';
import type { Vocabulary } from './vocabulary.ts';

// Written out: the order of `import *` differs between Node, which sorts by name, and bundlers, which do not.
const all: readonly Vocabulary[] = [
  Venue,
  YearBasis,
  Frame,
  Domain,
  Sector,
  Format,
  Trainees,
  ParticipantsBasis,
  Confidence,
  ExclusionReason,
  PublisherType,
  SourceAccess,
  LinkStatus,
  PartnershipLevel,
  TransferKind,
  TransferTerms,
  ValueBasis,
  AdoptionSystem,
  AdoptionStatus,
  LinkToChina,
  Currency,
  ClaimKind,
  ClaimMeasure,
  LeadTheme,
  CodedField,
  ReviewVerdict,
];

/**
 * Every vocabulary that all datasets share by name, so that a label can be found for any value of any field.
 *
 * @example
 * vocabularies.sector?.terms.police?.label // => 'Police'
 */
export const vocabularies: Readonly<Record<string, Vocabulary>> = Object.fromEntries(
  all.map((vocabulary) => [vocabulary.name, vocabulary]),
);

/**
 * What a value of a vocabulary is called in English: a recipient by the name of the state, a venue with that of the sender.
 *
 * @param senders - those of the dataset; none: the words that all datasets share
 * @example
 * termLabel('venue', 'in_sender', ['US']) // => 'In the United States'
 */
export function termLabel(vocabulary: string, value: string, senders: readonly string[]): string {
  if (vocabulary === 'recipient_country') return countryName(value);
  const label = vocabularies[vocabulary]?.terms[value]?.label;
  return label === undefined ? value : withSender(label, senders);
}

// What else a browser needs to count as the server does.
export { checkedOf, isChecked, reviewedValues, standingOf } from './checked.ts';
export { CodedField };
export { collectionWindow } from './collection-window.ts';
export { reachesConfidence } from './program-vocabularies.ts';
export { countryName };
export { scopeOf } from './declared.ts';
export { everyRecord } from './every-record.ts';
export { senderInWords, withSender } from './sender-words.ts';
export { isKnown } from './unknown.ts';
