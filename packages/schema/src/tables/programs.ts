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
  rules: programRules,
});
