import { createInterface } from 'node:readline';
import type { Terminal } from '../conversation.ts';

/** Lines that a person or a file gives, in answer to questions; null where there are no more. */
export interface Lines {
  readonly ask: (question: string) => Promise<string | null>;
  readonly say: (text: string) => void;
  readonly end: () => void;
}

/** Reads lines one by one: also those that come before they are asked for are kept. */
export function linesOf({ input, output }: Terminal): Lines {
  const reader = createInterface({ input, output, terminal: 'isTTY' in input && input.isTTY === true });
  const lines = reader[Symbol.asyncIterator]();
  reader.on('SIGINT', () => reader.close());
  return {
    ask: async (question) => {
      reader.setPrompt(question);
      reader.prompt();
      const next = await lines.next();
      return next.done === true ? null : next.value.trim();
    },
    say: (text) => void output.write(`${text}\n`),
    end: () => reader.close(),
  };
}
