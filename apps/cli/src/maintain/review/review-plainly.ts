import { MarkRefusal, type ReviewDesk, type ReviewedRecord } from '@govexport/dataset/maintain';
import type { Language } from '@govexport/router/words';
import { showText } from '@govexport/schema';
import type { Lines } from './lines.ts';
import { progressWords } from './progress-words.ts';
import { readMark, type TypedMark } from './read-mark.ts';
import { sheetOf, type Sheet, type SheetField } from './sheet.ts';
import { keys, wordsIn, type Say } from './words.ts';

/** Where a person is: a record and a field of it. */
interface Spot {
  readonly record: ReviewedRecord;
  readonly field: string;
}

interface Asking {
  readonly desk: ReviewDesk;
  readonly language: Language;
  readonly lines: Lines;
  readonly say: Say;
}

/** Goes through the records in the terminal, a field at a time, until the person ends it or every field is marked. */
export async function reviewPlainly(desk: ReviewDesk, language: Language, lines: Lines): Promise<void> {
  const asking = { desk, language, lines, say: wordsIn(language) };
  lines.say(keyLines(asking.say));
  let told: ReviewedRecord | null = null;
  for (let spot = startOf(desk); spot !== null;) {
    const sheet = sheetOf(desk, spot.record, language);
    if (spot.record !== told) lines.say(recordLines(sheet, asking));
    told = spot.record;
    lines.say(fieldLines(fieldAt(sheet, spot), asking.say));
    const key = await lines.ask('> ');
    if (key === null || key.toLowerCase() === 'q') return;
    spot = await followed(key.toLowerCase(), spot, asking);
  }
}

function startOf(desk: ReviewDesk, after?: string): Spot | null {
  const record = desk.nextRecord(after);
  const field = record === null ? null : desk.nextField(record);
  return record === null || field === null ? null : { record, field };
}

function fieldAt({ fields }: Sheet, { field }: Spot): SheetField {
  const found = fields.find(({ name }) => name === field) ?? fields[0];
  if (found === undefined) throw new RangeError('a record has fields');
  return found;
}

/** What a key does, and where it leads; null where everything is marked. */
async function followed(key: string, spot: Spot, asking: Asking): Promise<Spot | null> {
  const { desk, lines, say } = asking;
  switch (key) {
    case 'r':
      return kept({ verdict: 'right', value: '', reason: '' }, spot, asking);
    case 'c':
      return kept({ verdict: 'cannot_tell', value: '', reason: '' }, spot, asking);
    case 'w':
      return wrong(spot, asking);
    case 'j':
      return { ...spot, field: neighbour(spot, 1, asking) };
    case 'k':
      return { ...spot, field: neighbour(spot, -1, asking) };
    case 'n':
      return recordBeside(spot, 1, asking);
    case 'p':
      return recordBeside(spot, -1, asking);
    case 'u':
      return undone(spot, asking);
    default:
      lines.say(keyLines(say));
      return desk.records.length === 0 ? null : spot;
  }
}

async function wrong(spot: Spot, asking: Asking): Promise<Spot | null> {
  const { lines, say } = asking;
  const value = await lines.ask(`${say('Right value')}: `);
  const reason = value === null ? null : await lines.ask(`${say('Why, with the source')}: `);
  // What is not answered to its end is not kept.
  return value === null || reason === null ? spot : kept({ verdict: 'wrong', value, reason }, spot, asking);
}

/** Keeps a mark, and leads to the next field that has none. */
function kept(
  typed: Omit<TypedMark, 'field'>,
  { record, field }: Spot,
  { desk, language, lines }: Asking,
): Spot | null {
  try {
    desk.mark(readMark(sheetOf(desk, record, language), { ...typed, field }));
  } catch (error) {
    if (!(error instanceof MarkRefusal)) throw error;
    lines.say(`  ${error.message}`);
    return { record, field };
  }
  lines.say(`  ${progressWords(desk)}`);
  const next = desk.nextField(record, field);
  return next === null ? startOf(desk, record.id) : { record, field: next };
}

function neighbour({ record, field }: Spot, by: number, { desk, language }: Asking): string {
  const names = sheetOf(desk, record, language).fields.map(({ name }) => name);
  return names.at((names.indexOf(field) + by) % names.length) ?? field;
}

function recordBeside(spot: Spot, by: number, { desk, language }: Asking): Spot {
  const record = desk.records.at((desk.records.indexOf(spot.record) + by) % desk.records.length) ?? spot.record;
  const [first] = sheetOf(desk, record, language).fields;
  return { record, field: desk.nextField(record) ?? first?.name ?? spot.field };
}

function undone(spot: Spot, { desk, lines, say }: Asking): Spot {
  const last = desk.undo();
  if (last === null) lines.say(`  ${say('There is no mark of this session to take back.')}`);
  const record = desk.records.find(({ id }) => id === last?.record);
  return record === undefined || last === null ? spot : { record, field: last.field };
}

function keyLines(say: Say): string {
  const lines = [...keys, ['Q', 'End'] as const].map(([key, meaning]) => `  ${key.toLowerCase()}  ${say(meaning)}`);
  return [say('Keys'), ...lines].join('\n');
}

function recordLines({ id, title, sources }: Sheet, { say }: Asking): string {
  const lines = sources.map((source) => {
    const kind = source.is_copy ? 'A copy' : 'The original';
    const address = source.url ?? say('no address');
    const archived = source.archived ?? say('no archived copy');
    const facts = [source.publisher, source.title, say(source.language), say(kind), address, archived];
    return `  ${source.id}: ${facts.filter((fact) => fact !== null).join(' · ')}`;
  });
  return ['', `${id}: ${title}`, ...lines].map(showText).join('\n');
}

function fieldLines(field: SheetField, say: Say): string {
  const { name, label, definition, text, absent, allowed, meaning, codings, mark } = field;
  const coded = codings.map(({ round, coder, value }) => `${say('Round')} ${round} ${coder}: ${value ?? '–'}`);
  const lines = [
    `${label} (${name}): ${text ?? say(absent)}`,
    ...meaning.filter((term) => term.definition !== '').map((term) => `  ${term.label}: ${term.definition}`),
    `  ${definition}`,
    `  ${allowed}.`,
    ...(coded.length === 0 ? [] : [`  ${say('Codings')}: ${coded.join('; ')}`]),
    ...(mark === null ? [] : [`  ${say('Verdict')}: ${mark.verdict}`]),
  ];
  return ['', ...lines.map(showText)].join('\n');
}
