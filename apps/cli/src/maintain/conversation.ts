import { createInterface } from 'node:readline/promises';
import { Interruption } from '../args/failures.ts';

/** Questions to a person, and their answers. */
export interface Conversation {
  /** Waits for one line. */
  readonly ask: (question: string) => Promise<string>;
  readonly say: (text: string) => void;
  readonly end: () => void;
}

/** Where a conversation is held. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** The terminal of this process. */
export const here: Terminal = { input: process.stdin, output: process.stderr };

/** A conversation that ends with an {@link Interruption} at the interrupt key and at the end of the input. */
export function converse({ input, output }: Terminal): Conversation {
  const lines = createInterface({ input, output, terminal: true });
  const broken = new AbortController();
  const breakOff = () => broken.abort();
  lines.on('SIGINT', breakOff);
  lines.on('close', breakOff);
  return {
    ask: async (question) => {
      try {
        return (await lines.question(question, { signal: broken.signal })).trim();
      } catch {
        throw new Interruption('interrupted; nothing was written.');
      }
    },
    say: (text) => void output.write(`${text}\n`),
    end: () => {
      lines.off('close', breakOff);
      lines.close();
    },
  };
}
