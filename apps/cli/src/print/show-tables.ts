import { flatRowsOf, type Cell, type CitationAnswer, type Table, type TableList } from '@govexport/router';
import type { z } from 'zod';
import { plain, type Shown } from './shown.ts';

function textTable(name: string, title: string, labels: Readonly<Record<string, string>>): Omit<Table, 'rows'> {
  const columns = Object.entries(labels).map(([key, label]) => ({ key, label, kind: 'text' as const }));
  return { name, title, note: null, columns };
}

/** What is shown of the list of tables: the tables, and their fields as a second table. */
export function showTables({ tables }: z.output<typeof TableList>): Shown {
  const count = { key: 'records', label: 'Records', kind: 'count' as const };
  const rows = tables.map(({ name, title, records, license, key, description, citation }): Record<string, Cell> => ({
    name,
    title,
    records,
    license: license.name,
    key: key.join(' '),
    description,
    license_note: license.note,
    citation,
  }));
  const brief = textTable('tables', 'Tables', { name: 'Name', title: 'Title', license: 'Licence', key: 'Key' });
  const whole = textTable('tables', 'Tables', {
    ...{ name: 'Name', title: 'Title', license: 'Licence', key: 'Key' },
    ...{ description: 'Description', license_note: 'Whom to name', citation: 'Citation' },
  });
  const fields = textTable('fields', 'Fields', {
    table: 'Table',
    name: 'Field',
    type: 'Type',
    description: 'Description',
  });
  const fieldRows = tables.flatMap((table) =>
    table.fields.map(({ name, type, description }) => ({ table: table.name, name, type, description })),
  );
  const data = flatRowsOf({ ...whole, columns: [...whole.columns, count], rows });
  return {
    finding: `${tables.length} tables. "govexport TABLE list --help" tells what can be asked of one.`,
    tables: [
      { data, text: { ...brief, columns: [...brief.columns, count], rows }, layout: 'rows' },
      plain({ ...fields, rows: fieldRows }),
    ],
  };
}

/** What is shown of a citation: its text as it stands, to be copied. */
export function showCitation({ style, text, records, address }: z.output<typeof CitationAnswer>): Shown {
  const labels = { style: 'Style', address: 'Address', records: 'Records', text: 'Text' };
  const table = { ...textTable('citation', 'Citation', labels), rows: [{ style, address, records, text }] };
  return { finding: text, tables: [plain(table)], verbatim: text.endsWith('\n') ? text : `${text}\n` };
}
