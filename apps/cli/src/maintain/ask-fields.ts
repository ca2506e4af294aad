import { allowedText, mustBeEntered, readFieldText } from '@govexport/dataset/maintain';
import { showValue, type FlatField } from '@govexport/schema';
import type { Conversation } from './conversation.ts';

/** Asks for fields one by one, until each has a value that fits it or is left unknown. */
export async function askFields(
  fields: readonly FlatField[],
  conversation: Conversation,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    conversation.say(`\n${field.name}: ${field.field.description ?? ''}\n  ${allowedWords(field)}.`);
    const value = await askField(field, conversation);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

async function askField(field: FlatField, conversation: Conversation): Promise<unknown> {
  for (;;) {
    const text = await conversation.ask('> ');
    if (text === '' && !mustBeEntered(field)) return undefined;
    const value = readFieldText(field.field, [text]);
    if (text !== '' && field.field.safeParse(value).success) return value;
    conversation.say(
      `  ${text === '' ? 'Nothing' : showValue(text)} is not allowed; allowed is ${allowedWords(field)}.`,
    );
  }
}

/** An empty answer to a field that follows from others leaves it to them. */
function allowedWords(field: FlatField): string {
  const words = allowedText(field.field);
  return mustBeEntered(field) || words.includes('; empty for ') ? words : `${words}; empty to let it follow`;
}

/** Asks until the answer is yes or no. */
export async function askYesOrNo(question: string, conversation: Conversation): Promise<boolean> {
  for (;;) {
    const text = (await conversation.ask(`\n${question} (yes or no) `)).toLowerCase();
    if (['yes', 'y'].includes(text)) return true;
    if (['no', 'n'].includes(text)) return false;
  }
}
