import { startWorker } from './own-worker.ts';

/** Longest that a choice waits for the browser to be able to answer it. */
const patience = 10_000;
/** Longest that a busy page puts the worker off. */
const latest = 5000;

/**
 * On a static host no server answers choices: a worker of the site does, in this browser. It is fetched when the page has
 * nothing else to do, or at once where the address holds a choice.
 */
export function startOwnServer(main: HTMLElement) {
  const address = main.dataset['worker'];
  if (address === undefined || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isAsked = location.search !== '' && serviceWorker.controller === null;
  if (isAsked) showChosen();
  const start = () => void startWorker(address);
  if (isAsked || !('requestIdleCallback' in window)) start();
  else requestIdleCallback(start, { timeout: latest });
}

/** Says that the page shows the usual choice, and shows the chosen one as soon as the worker answers. */
function showChosen() {
  document.querySelector('[data-waits]')?.removeAttribute('hidden');
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // A page that was loaded anew and is still not answered would be loaded anew for ever.
  if (visit?.type === 'reload') return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
}

/**
 * Waits until a choice can be answered: at once where a server does it, and no longer than readers do.
 *
 * @throws where this browser cannot answer it; a static host would give the page without the choice
 */
export async function canAsk(): Promise<void> {
  const isStatic = document.querySelector('main[data-worker]') !== null;
  if (!isStatic) return;
  if (!('serviceWorker' in navigator)) throw new Error('This browser answers no choices.');
  if (navigator.serviceWorker.controller !== null) return;
  await new Promise((resolve, reject) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    setTimeout(() => reject(new Error('This browser does not answer choices yet.')), patience);
  });
}
