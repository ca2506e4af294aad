import { reachMarks } from './chart-marks.ts';
import { addCopyButtons } from './copy-buttons.ts';
import { answerAtOnce } from './live-form.ts';
import { addShortcuts } from './shortcuts.ts';
import { startOwnServer } from './own-server.ts';

// What a script adds to every page; none needs it.
const main = document.querySelector<HTMLElement>('main');
if (main !== null) {
  addCopyButtons(main);
  reachMarks(main);
  answerAtOnce(main, addCopyButtons);
  startOwnServer(main);
}
const dialog = document.querySelector<HTMLDialogElement>('dialog#shortcuts');
if (dialog !== null) addShortcuts(dialog);
