import type { DatasetError } from '@govexport/dataset/maintain';
import { plain, type Table, textTable } from '@govexport/router';
import { showText, type Problem } from '@govexport/schema';
import type { Done } from '../commands/command.ts';

/** Problems as a table. */
export function problemTable(problems: readonly Problem[]): Table {
  const labels = { file: 'File', record: 'Record', field: 'Field', value: 'Value', expected: 'Expected' };
  // The name of a file is the one text of a problem that no rule has made safe to print.
  const rows = problems.map((problem) => ({ ...problem, file: showText(problem.file) }));
  return textTable({ name: 'problems', title: 'Problems', labels, rows });
}

/** How many problems there are, in words. */
export function problemCount({ length }: readonly Problem[], unlisted: number): string {
  if (length + unlisted === 1) return 'one problem';
  return unlisted === 0 ? `${length} problems` : `${length + unlisted} problems, ${length} of them shown`;
}

/** The end of work that wrote nothing because of what is not valid. */
export function refused({ location, problems, unlisted }: DatasetError): Done {
  return {
    answer: { valid: false, problems, unlisted },
    shown: {
      headline: `${showText(location)} is not valid: ${problemCount(problems, unlisted)}. Nothing was written.`,
      tables: [plain(problemTable(problems))],
    },
    exit_code: 1,
  };
}
