import { defineVocabulary } from './vocabulary.ts';

/** What kind of body published a source. */
export const PublisherType = defineVocabulary('publisher_type', 'Type of publisher', {
  government: { label: 'Government', definition: 'A government body or its portal.' },
  international_organisation: {
    label: 'International organisation',
    definition: 'An organisation of states or its secretariat.',
  },
  state_media: { label: 'State media', definition: 'Media owned or run by a state.' },
  independent_media: { label: 'Independent media', definition: 'Media not owned or run by a state.' },
  training_institution: { label: 'Training institution', definition: 'The institution that held or hosted a program.' },
  academic_or_think_tank: {
    label: 'Academic or think tank',
    definition: 'A university, journal or research institute.',
  },
  company: { label: 'Company', definition: 'A commercial company writing about its own business.' },
  civil_society: { label: 'Civil society', definition: 'A non-governmental organisation.' },
  aggregator_or_mirror: {
    label: 'Aggregator or mirror',
    definition: 'A site that carries text first published elsewhere.',
  },
  other: { label: 'Other', definition: 'Another kind of publisher.' },
});

/** How a source was read. */
export const SourceAccess = defineVocabulary('source_access', 'Access', {
  'stored copy': {
    label: 'Stored copy',
    definition: 'Read in a stored copy of the public page, not on the live page.',
  },
  'live page': { label: 'Live page', definition: 'Read on the live page.' },
  'dataset row': {
    label: 'Row of a dataset',
    definition: 'Read as a row of another published dataset; the pages that the row rests on were not opened.',
  },
  print: { label: 'Print', definition: 'Read in a printed publication.' },
});

/** What became of the address of a source. */
export const LinkStatus = defineVocabulary('link_status', 'State of the link', {
  not_checked: { label: 'Not checked', definition: 'Nobody has opened the address yet for this dataset.' },
  ok: { label: 'Works', definition: 'The address showed the page.' },
  redirected: { label: 'Redirected', definition: 'The address led on to another one that showed the page.' },
  gone: { label: 'Gone', definition: 'The server answered that the page is not there, or showed another page.' },
  unreachable: { label: 'Unreachable', definition: 'No server answered at the address.' },
});
