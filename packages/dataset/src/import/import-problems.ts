import type { Found, Problem } from '@govexport/schema';
import { dateFields } from './date-fields.ts';
import type { FieldRule, FieldRules, ImportMapping } from './mapping.ts';
import { plain, type TableColumn } from './sheet/table.ts';
import { excelSerial } from './values/excel-serial.ts';
import { orderOfSlashes } from './values/order-of-slashes.ts';
import { isUnknownWord } from './values/yes-no.ts';

/**
 * The problems of an import as a person who looks at the table finds them: by row and column, and one for each cell. What
 * follows from another field is no problem of its own.
 */
export function importProblems(
  problems: readonly Problem[],
  mapping: ImportMapping,
  columns: readonly TableColumn[],
): Problem[] {
  const cells = new Set<string>();
  const faulty = new Set(problems.map(({ file, field }) => `${file} ${field}`));
  return problems.flatMap((problem) => {
    const { file, field, record } = problem;
    const [, rule] = ruleOf(field, record?.startsWith('S-') === true ? mapping.sources : mapping.programs);
    const follows = isYearOfStart(field, mapping) && faulty.has(`${file} start`);
    const cell = `${file} ${rule?.column ?? field}`;
    if (follows || cells.has(cell)) return [];
    cells.add(cell);
    return [rule?.column === undefined ? problem : inColumn(problem, rule, columns)];
  });
}

/** How many problems there are beside those of a list, without those that follow from another one. */
export function countUnlisted(unlisted: Found['unlisted'], mapping: ImportMapping): number {
  const isStartFaulty = unlisted.some(({ field }) => field === 'start');
  return unlisted
    .filter(({ field }) => !(isStartFaulty && isYearOfStart(field, mapping)))
    .reduce((sum, { count }) => sum + count, 0);
}

/** A year that is worked out from the start. */
function isYearOfStart(field: string, { programs }: Pick<ImportMapping, 'programs'>): boolean {
  return field === 'year' && programs['year'] === undefined;
}

function inColumn(problem: Problem, rule: FieldRule, columns: readonly TableColumn[]): Problem {
  const { column = '' } = rule;
  const letters = columns.find(({ name }) => name === plain(column))?.letters ?? '';
  const field = `${problem.field} (column ${letters} ${JSON.stringify(column)})`;
  return { ...problem, field, expected: problem.expected + hintOf(problem, rule) };
}

/** The rule from which a field of a problem is made. */
function ruleOf(field: string, rules: FieldRules): readonly [name: string | null, rule: FieldRule | undefined] {
  const flat = `${field.replaceAll('.', '_')}_`;
  const [name] = Object.keys(rules)
    .filter((one) => flat.startsWith(`${one}_`))
    .sort((a, b) => b.length - a.length);
  return name === undefined ? [null, undefined] : [name, rules[name]];
}

/** What a person may write in the mapping for such a cell. */
function hintOf({ field, value }: Problem, rule: FieldRule): string {
  const text = value.replaceAll(/^"|"$/g, '');
  if (isUnknownWord(text)) return `; if it means unknown, add ${value} to "unknown"`;
  const isDate = dateFields.includes(field);
  const day = isDate ? excelSerial(text) : null;
  if (day !== null)
    return `; ${text} is the day ${day} as Excel counts: say "dates": ["serial"] in the rule, if it is meant`;
  if (isDate && orderOfSlashes([text]) !== null && rule.dates === undefined)
    return '; say in the rule whether day or month comes first: "dates": ["DD/MM/YYYY"] or ["MM/DD/YYYY"]';
  return rule.values === undefined
    ? ''
    : '; say what it stands for in "values", or what every other text does in "otherwise"';
}
