import { nameInWords, writeLevel, type Chart, type Table } from '@govexport/analysis/tables';
import { chosenInputs, type AskedWith, type InputDefault } from './chosen-inputs.ts';
import { chartedTable, contentsOf } from './content.ts';
import type { Picture } from './picture.ts';
import { chartWords, type Language } from './words/chart-words.ts';

/** An answer of a statistic in its English words, and what it was asked with. */
export interface PicturedAnswer<Field extends InputDefault> extends AskedWith {
  readonly title: string;
  readonly finding: string;
  readonly result: unknown;
  readonly tables: readonly Table[];
  readonly chart: Chart | null;
  readonly fields: readonly Field[];
}

/** The words of a language. */
export interface AnswerWords<Field extends InputDefault> {
  readonly language: Language;
  /** A text of an answer; where there is no other wording, the text itself. */
  readonly text: (english: string) => string;
  /** Label of an input; null where its name stands for itself. */
  readonly field: (name: string) => string | null;
  /** Label of a value of an input; null where it stands for itself. */
  readonly option: (field: Field, value: string) => string | null;
}

/** The chart of an answer as a picture, without its source; null where the answer has no chart. */
export function answerPicture<Field extends InputDefault>(
  answer: PicturedAnswer<Field>,
  words: AnswerWords<Field>,
): Pick<Picture, 'title' | 'subtitle' | 'contents' | 'language'> | null {
  const { finding, result, chart } = answer;
  const { language, text } = words;
  const tables = answer.tables.map((table) => inLanguage(table, text));
  const table = chartedTable(chart, tables);
  if (chart === null || table === undefined) return null;
  const interval = text(intervalOf(answer.resolved['level']));
  return {
    title: text(finding),
    subtitle: [
      table.note === null ? table.title : chartWords[language].headed(table.title, table.note),
      recordsLine(answer, words),
    ],
    contents: contentsOf({ title: text(answer.title), result, tables, chart, interval }, { language, wordOf: text }),
    language,
  };
}

/**
 * What the whiskers of a level of confidence are, in English.
 *
 * @example
 * intervalOf(0.95) // => '95% interval'
 */
export function intervalOf(level: unknown): string {
  return `${writeLevel(Number(level))} interval`;
}

function inLanguage(table: Table, text: AnswerWords<never>['text']): Table {
  return {
    ...table,
    title: text(table.title),
    note: table.note === null ? null : text(table.note),
    columns: table.columns.map((column) => ({ ...column, label: text(column.label) })),
  };
}

/** Which records were chosen, in the words of the form. */
function recordsLine<Field extends InputDefault>(answer: PicturedAnswer<Field>, words: AnswerWords<Field>): string {
  const { named, records, any } = chartWords[words.language];
  const { scope, years, others } = chosenInputs(answer.fields, answer);
  const valueWords = (name: string, value: unknown) => {
    const field = answer.fields.find((one) => one.name === name);
    const texts = [value].flat().map(String);
    const labels = texts.map((one) => (field === undefined ? null : words.option(field, one)) ?? one);
    return labels.length === 0 ? any : labels.join(', ');
  };
  const written = others.map(({ name, value }) =>
    named(words.field(name) ?? nameInWords(name), valueWords(name, value)),
  );
  return records({ scope: valueWords('scope', scope), years: years ?? '', others: written });
}
