import type { AnswerCommand } from './command.ts';

/** The dataset, its cautions and its vocabularies. */
export const meta: AnswerCommand = {
  name: 'meta',
  title: 'The dataset, its cautions and its vocabularies',
  summary: 'What the dataset says about itself, every statistic, and every vocabulary with its definitions.',
  reference: null,
  group: 'records',
  input: null,
  arguments: [],
  examples: () => ['--table about', '--format csv --table vocabularies'],
  answer: () => 'meta',
};
