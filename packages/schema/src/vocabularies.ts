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
import { RecipientCountry } from './recipient-country.ts';
import { LinkStatus, PublisherType, SourceAccess } from './source-vocabularies.ts';
import type { Vocabulary } from './vocabulary.ts';

// Written out: the order of `import *` differs between Node, which sorts by name, and bundlers, which do not.
const all: readonly Vocabulary[] = [
  RecipientCountry,
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
];

/**
 * Every vocabulary by name, so that a label can be found for any value of any field.
 *
 * @example
 * vocabularies.sector?.terms.police?.label // => 'Police'
 */
export const vocabularies: Readonly<Record<string, Vocabulary>> = Object.fromEntries(
  all.map((vocabulary) => [vocabulary.name, vocabulary]),
);

// What else a browser needs to count as the server does.
export { collectionWindow } from './collection-window.ts';
export { reachesConfidence } from './program-vocabularies.ts';
export { isKnown } from './unknown.ts';
