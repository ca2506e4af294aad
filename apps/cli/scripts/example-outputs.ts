import { commands } from '../src/commands.ts';
import { run } from '../src/run.ts';

const width = 76;
const mostLines = 14;
const surroundings = { dataset: '', width, colour: false, site: null, interactive: false, progress: () => undefined };

/** What the first example of each command prints on the published dataset, by the command, as the help shows it. */
export async function exampleOutputs(): Promise<Record<string, string[]>> {
  const outputs: Record<string, string[]> = {};
  for (const command of commands) {
    const [example] = command.examples();
    // What works on folders and on the machine depends on those.
    if (example === undefined || 'load' in command) continue;
    outputs[command.name] = shortened(await outputOf(`${command.name} ${example}`));
  }
  return outputs;
}

async function outputOf(line: string): Promise<string> {
  const { stdout, stderr, exit_code } = await run(wordsOf(line), surroundings);
  if (exit_code !== 0) throw new Error(`the example "${line}" ends with ${exit_code}: ${stderr}`);
  return String(stdout);
}

/** Words as a shell takes them: one in quotes may hold spaces. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

function shortened(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
}
