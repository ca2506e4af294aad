import { catalogue, identityOf } from '@govexport/analysis';
import { DatasetMeta, strictObject, vocabulariesOf, withSender, type Dataset } from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { defineOperation } from './operation.ts';

const Term = strictObject(() => ({ value: z.string(), label: z.string(), definition: z.string() }));

/** What the dataset says about itself, and what can be asked of it. */
export const MetaAnswer = strictObject(() => ({
  ...datasetShape,
  meta: DatasetMeta,
  programs: z.int().min(0).describe('Number of programs.'),
  sources: z.int().min(0).describe('Number of sources.'),
  statistics: z
    .array(z.strictObject({ name: z.string(), title: z.string(), summary: z.string(), reference: z.string() }))
    .describe('Every statistic that the dataset can answer.'),
  vocabularies: z
    .array(z.strictObject({ name: z.string(), title: z.string(), terms: z.array(Term) }))
    .describe('Every vocabulary with the label and definition of each value.'),
}));

/** What a dataset says about itself. */
export function metaOf(dataset: Dataset) {
  const offered = Object.values(catalogue).filter(({ lacks }) => lacks(dataset) === null);
  return {
    dataset: identityOf(dataset),
    meta: dataset.meta,
    programs: dataset.programs.length,
    sources: dataset.sources.length,
    statistics: offered.map(({ name, title, summary, reference }) => ({
      name,
      title,
      summary: withSender(summary, dataset.meta.senders),
      reference,
    })),
    vocabularies: vocabulariesOf(dataset).map(({ name, title, terms }) => ({
      name,
      title,
      terms: Object.entries(terms).map(([value, term]) => ({ value, ...term })),
    })),
  };
}

/** What the dataset says about itself. */
export const metaOperation = defineOperation({
  id: 'meta',
  path: '/meta',
  command: 'meta',
  tag: 'Dataset',
  title: 'Describe the dataset',
  description: 'What the dataset says about itself, every statistic and every vocabulary.',
  input: strictObject(() => ({})),
  output: MetaAnswer,
  ask: ({ dataset }) => metaOf(dataset),
  view: null,
  example: {},
});
