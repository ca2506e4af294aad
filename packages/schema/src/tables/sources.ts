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
  rules: sourceRules,
});
