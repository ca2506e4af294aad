import { once } from 'node:events';
import { openReviewDesk, type ReviewDesk, type ReviewSession } from '@govexport/dataset/maintain';
import type { Language } from '@govexport/router/words';
import type { Done, Task } from '../../commands/command.ts';
import type { Terminal } from '../conversation.ts';
import { openInBrowser } from '../open.ts';
import { folderOf, onFiles } from '../perform.ts';
import { linesOf } from './lines.ts';
import { progressWords } from './progress-words.ts';
import { reviewPlainly } from './review-plainly.ts';
import { serveReview } from './review-server.ts';

/** How a person wants to check. */
export interface ReviewSettings extends ReviewSession {
  readonly plain: boolean;
  readonly language: Language;
  /** 0 for a free one. */
  readonly port: number;
  readonly browser: boolean;
}

const here: Terminal = { input: process.stdin, output: process.stderr };

/** Lets a person check the records of a folder, on a page of this machine or in the terminal. */
export const review = onFiles(
  async (task: Task, settings: ReviewSettings, terminal: Terminal = here): Promise<Done> => {
    const { plain, language, port, browser, ...session } = settings;
    const desk = openReviewDesk(folderOf(task), session);
    if (plain) await inTerminal(desk, language, terminal);
    else await onPage(desk, { language, port, browser: browser && task.interactive });
    return doneWith(desk);
  },
);

async function inTerminal(desk: ReviewDesk, language: Language, terminal: Terminal): Promise<void> {
  const lines = linesOf(terminal);
  try {
    await reviewPlainly(desk, language, lines);
  } finally {
    lines.end();
  }
}

/** Serves the page until the person ends it. */
async function onPage(
  desk: ReviewDesk,
  { language, port, browser }: Pick<ReviewSettings, 'language' | 'port' | 'browser'>,
): Promise<void> {
  const { address, close } = await serveReview(desk, language, port);
  process.stderr.write(
    `govexport: the page is at ${address}\ngovexport: the interrupt key ends it; every mark is kept.\n`,
  );
  if (browser) openInBrowser(address);
  await Promise.race((['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => once(process, signal)));
  await close();
}

function doneWith(desk: ReviewDesk): Done {
  const { reviewer } = desk.session;
  const answer = { reviewer, table: desk.session.table, ...desk.progress() };
  return { answer, shown: { headline: progressWords(desk), tables: [] }, exit_code: 0 };
}
