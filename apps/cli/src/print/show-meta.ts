import type { Cell, MetaAnswer, Table } from '@govexport/router';
import type { z } from 'zod';
import { plain, type Shown, type ShownTable } from './shown.ts';

type Meta = z.output<typeof MetaAnswer>;

/** What is shown of the dataset's words about itself. */
export function showMeta(answer: Meta): Shown {
  const { meta, programs, sources } = answer;
  return {
    finding: `${meta.title}: ${programs} programs, ${sources} sources.`,
    tables: [
      recorded(about(answer)),
      recorded(cautions(answer)),
      recorded(statistics(answer)),
      plain(vocabularies(answer)),
    ],
  };
}

function recorded(table: Table): ShownTable {
  return { ...plain(table), layout: 'record' };
}

function about({ meta, dataset, programs, sources }: Meta): Table {
  const rows: [key: string, label: string, cell: Cell][] = [
    ['name', 'Name', meta.name],
    ['version', 'Version', meta.version],
    ['sha256', 'SHA-256', dataset.sha256],
    ['title', 'Title', meta.title],
    ['description', 'Description', meta.description],
    ['programs', 'Programs', programs],
    ['sources', 'Sources', sources],
    ['license', 'Licence', meta.license],
    ['license_url', 'Licence text', meta.license_url],
    ['creators', 'Creators', meta.creators.join('; ')],
    ['year_published', 'Published', meta.year_published],
    ['keywords', 'Keywords', meta.keywords.join('; ')],
  ];
  return {
    ...textTable('about', 'About the dataset', Object.fromEntries(rows.map(([key, label]) => [key, label]))),
    rows: [Object.fromEntries(rows.map(([key, , cell]) => [key, cell]))],
  };
}

function cautions({ meta }: Meta): Table {
  const table = textTable('cautions', 'What a user must know', { caution: 'Caution' });
  return { ...table, rows: meta.cautions.map((caution) => ({ caution })) };
}

function statistics({ statistics: listed }: Meta): Table {
  const labels = { name: 'Command', title: 'Question', summary: 'Summary', reference: 'Reference' };
  return { ...textTable('statistics', 'Statistics', labels), rows: listed };
}

function vocabularies({ vocabularies: listed }: Meta): Table {
  const labels = { vocabulary: 'Vocabulary', value: 'Value', label: 'Label', definition: 'Definition' };
  const rows = listed.flatMap(({ name, terms }) => terms.map((term) => ({ vocabulary: name, ...term })));
  return { ...textTable('vocabularies', 'Vocabularies', labels), rows };
}

function textTable(name: string, title: string, labels: Readonly<Record<string, string>>): Table {
  const columns = Object.entries(labels).map(([key, label]) => ({ key, label, kind: 'text' as const }));
  return { name, title, note: null, columns, rows: [] };
}
