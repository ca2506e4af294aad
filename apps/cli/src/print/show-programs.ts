import type { ProgramAnswer } from '@govexport/router';
import { Program, tables } from '@govexport/schema';
import type { z } from 'zod';
import type { Shown, ShownTable } from './shown.ts';
import { dataRows, fieldColumns, labelTable } from './field-columns.ts';
import { aliasNote, sourceTable } from './show-source.ts';

/** What stands in the heading of a program or serves data work only is left out for people. */
const unread = ['title', 'codings', 'sources'];

/** What is shown of one program. */
export function showProgram({ program, sources, alias }: z.output<typeof ProgramAnswer>): Shown {
  const naming = { name: 'program', title: 'Record' };
  const fields = fieldColumns(Program).filter(({ name }) => !unread.includes(name));
  const text = labelTable(naming, fields, [program]);
  // The sources name no reason: it is given in coding, so that an empty list means that there is none.
  const rows = text.rows.map((row) =>
    program.exclusion_reasons.length > 0 ? row : { ...row, exclusion_reasons: 'none' },
  );
  const data = dataRows(tables[0], [program], naming);
  const record: ShownTable = { data, text: { ...text, rows }, layout: 'record' };
  return {
    finding: `${program.id}: ${program.title}${aliasNote(alias, program.id)}`,
    tables: [record, sourceTable(sources, 'sources')],
  };
}
