import { Source, sourceRules } from '../source.ts';
import { defineTable } from '../table.ts';

export const sources = defineTable({
  name: 'sources',
  singular: 'source',
  title: 'Sources',
  description: 'Public pages and publications that the records rest on, whatever table cites them.',
  record: Source,
  key: ['id'],
  storage: 'records',
  required: true,
  mustBeCited: true,
  groups: [
    {
      title: 'The source',
      fields: [
        ...['publisher', 'publisher_type', 'is_copy', 'original_publisher', 'language', 'published', 'accessed'],
        ...['access', 'link_status', 'link_checked', 'url'],
      ],
    },
  ],
  none: ['url', 'link_checked'],
  only_if: { original_publisher: 'is_copy' },
  rules: sourceRules,
});
