import { askOperation, decodeFields, problemOf, viewOf } from '@govexport/router';
import { publishedChanges } from '@govexport/router/published';
import { byteOrderMark } from '@govexport/schema';
import type { Words } from './args/command-words.ts';
import { codes } from './args/exit-codes.ts';
import { failureSentence } from './args/failure-sentence.ts';
import { FileFailure, Interruption, UsageError } from './args/failures.ts';
import type { CommandCall } from './args/parse-arguments.ts';
import type { AnswerCommand, Command, Task } from './commands/command.ts';
import { callText } from './print/call-text.ts';
import type { Screen } from './print/page-text.ts';
import { printed } from './print/printed.ts';
import { openAnyDataset } from './start/open-any-dataset.ts';
import { refusal, type Outcome } from './start/outcome.ts';
import type { Surroundings } from './start/surroundings.ts';
import { versionText } from './start/versions.ts';

/** Where a call is answered, and by which commands. */
interface Answering extends Surroundings {
  readonly screen: Screen;
  readonly words: Words;
  readonly commands: readonly Command[];
}

/** The versions of the program and of another dataset than the published one. */
export function versionsOf(dataset: string): Promise<string> {
  return inWords(async () => versionText(await openAnyDataset(dataset)));
}

/** Answers a call, and writes the answer to the file that it names. */
export async function answer(call: CommandCall, answering: Answering): Promise<Outcome> {
  try {
    const { content, exit_code } = await inWords(() => contentOf(call, answering));
    const marked = call.marked && typeof content === 'string' ? `${byteOrderMark}${content}` : content;
    return { stdout: await delivered(marked, call, answering), stderr: '', exit_code };
  } catch (error) {
    if (error instanceof UsageError || error instanceof FileFailure || error instanceof Interruption) throw error;
    // A file of the program itself is missing or no JSON: what asks for others has its own words.
    if (error instanceof SyntaxError || (error instanceof Error && 'syscall' in error)) throw error;
    const problem = problemOf(error);
    const hint = problem.exit_code === codes.usage ? call.command.name : undefined;
    return refusal(failureSentence(problem, call.command), problem.exit_code, hint);
  }
}

/** What is printed or written, and the exit code. */
interface Content {
  readonly content: string | Uint8Array;
  readonly exit_code: number;
}

async function contentOf(call: CommandCall, { screen, words, commands, ...surroundings }: Answering): Promise<Content> {
  const { name } = call.command;
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`${name} has words and no code`);
  const { dataset } = surroundings;
  if ('answer' in command) return { content: await answerOfRouter(command, { call, dataset, screen }), exit_code: 0 };
  if (call.showCall) throw new UsageError(`${name} has no call: it works here and asks nothing.`, name);
  const task: Task = { ...call, ...surroundings, interactive: surroundings.interactive(), words };
  if ('make' in command) return { content: await command.make(task, call.format), exit_code: 0 };
  const { answer: given, shown, markdown, exit_code } = await command.perform(task);
  const printable = { given, shown: () => shown, ...(markdown === undefined ? {} : { markdown }) };
  return { content: printed(call, printable, screen), exit_code };
}

interface Question {
  readonly call: CommandCall;
  readonly dataset: string;
  readonly screen: Screen;
}

async function answerOfRouter(command: AnswerCommand, { call, dataset: folder, screen }: Question): Promise<string> {
  const { options, arguments: places } = call.command;
  const fields = [...options, ...places.map(({ field, kind }) => ({ name: field, kind }))];
  const input = decodeFields(fields, [...call.options, ...Object.entries(call.places)]);
  const dataset = await openAnyDataset(folder);
  // Asked also where only the call is shown: a call that would be refused is none.
  // The answers of the published dataset are checked by the tests.
  const context =
    folder === '' ? { dataset, releases: () => publishedChanges().releases, unchecked: true } : { dataset };
  const { answer } = command;
  if (typeof answer === 'object') {
    if (call.showCall) return callText(command, input, dataset.meta.version);
    const given = answer.from(dataset, input);
    return printed(call, { given, shown: () => answer.show(given as never) }, screen);
  }
  const id = answer(input);
  const given = await askOperation(id, context, input);
  if (call.showCall) return callText(command, input, dataset.meta.version);
  return printed(call, { given, shown: () => viewOf(id, given, dataset.meta) }, screen);
}

/** Does what may find a dataset that is not valid. */
async function inWords<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    // By its name: the code that reads folders is not loaded for the published dataset.
    if (error instanceof Error && error.name === 'DatasetError') throw new FileFailure(error.message);
    throw error;
  }
}

/** What is left to print: nothing, where it was written to a file. */
async function delivered(
  content: string | Uint8Array,
  { file }: CommandCall,
  { progress }: Surroundings,
): Promise<string | Uint8Array> {
  if (file === null) return content;
  const { writeOutput } = await import('./maintain/handlers.ts');
  await writeOutput(file, content);
  progress(`wrote ${file}`);
  return '';
}
