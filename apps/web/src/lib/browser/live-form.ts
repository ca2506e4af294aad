import { fetchPage, type FetchedPage } from './fetch-page.ts';
import { takeParts } from './fresh-parts.ts';
import { tellAnswer, tellRefusal } from './tell-answer.ts';

const liveForm = 'form[data-live]';
const refused = 400;

/** What the page shows by now, and the request that is under way. */
let shown = location.pathname + location.search;
let running = new AbortController();

/**
 * Answers every choice in the form of a statistic as it is made, with the parts of the page that the server makes for it.
 * The form itself stays, so that nothing that is being typed is lost.
 */
export function answerAtOnce(main: HTMLElement, ready: (main: HTMLElement) => void) {
  const show = async (address: string, change: (answer: FetchedPage) => void) => {
    const answer = await answerTo(address, main);
    if (answer === null) return;
    if (answer.status === refused) {
      tellRefusal(main, answer.page);
      return;
    }
    const hold = holdPlace(main);
    takeParts(answer.page);
    change(answer);
    shown = answer.address;
    tellAnswer(main);
    ready(main);
    hold();
  };
  const choose = (form: HTMLFormElement) => {
    const query = [...new FormData(form)].filter((one): one is [string, string] => typeof one[1] === 'string');
    void show(`${form.action}?${new URLSearchParams(query).toString()}`, ({ page, address }) => {
      followChoices(form, page);
      if (address !== shown) history.pushState(null, '', address);
    });
  };
  main.addEventListener('change', ({ target }) => {
    const form = within(target, liveForm);
    // What is no number has no value; to ask for none would be another choice than the one being typed.
    if (form === null || (target instanceof HTMLInputElement && target.validity.badInput)) return;
    choose(form as HTMLFormElement);
  });
  main.addEventListener('submit', (event) => {
    const form = within(event.target, liveForm);
    if (form === null) return;
    event.preventDefault();
    choose(form as HTMLFormElement);
  });
  main.addEventListener('click', (event) => {
    const link = within(event.target, 'a[data-live]');
    if (link === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void show((link as HTMLAnchorElement).href, ({ page, address }) => {
      takeForm(main, page);
      if (address !== shown) history.pushState(null, '', address);
    });
  });
  addEventListener('popstate', () => {
    const here = location.pathname + location.search;
    if (here !== shown && main.querySelector(liveForm) !== null) void show(here, ({ page }) => takeForm(main, page));
  });
}

/** The answer to an address; null where another choice overtook it, or where the reader is led to it as by a link. */
async function answerTo(address: string, main: HTMLElement): Promise<FetchedPage | null> {
  running.abort();
  const { signal } = (running = new AbortController());
  main.setAttribute('aria-busy', 'true');
  const answer = await fetchPage(address, signal).catch(() => null);
  if (signal.aborted) return null;
  main.removeAttribute('aria-busy');
  if (answer !== null && (answer.status === 200 || answer.status === refused)) return answer;
  if (address === location.pathname + location.search) location.reload();
  else location.assign(address);
  return null;
}

/** Keeps what a reader looks at where it is, though the parts above it change their height. */
function holdPlace(main: HTMLElement): () => void {
  const focused = document.activeElement;
  const fixed = focused !== null && main.contains(focused) && focused !== main ? focused : main.querySelector(liveForm);
  const before = fixed?.getBoundingClientRect().top ?? 0;
  return () => {
    if (fixed?.isConnected) scrollBy(0, fixed.getBoundingClientRect().top - before);
  };
}

/** Lets the words of the form follow its choices: what a list holds, and what an empty field stands for. */
function followChoices(form: HTMLFormElement, page: Document) {
  const fresh = page.querySelector<HTMLFormElement>(liveForm);
  if (fresh === null) return;
  const [summaries, inputs] = [fresh.querySelectorAll('summary'), fresh.querySelectorAll('input')];
  for (const [index, summary] of form.querySelectorAll('summary').entries()) {
    summary.textContent = summaries[index]?.textContent ?? summary.textContent;
  }
  for (const [index, input] of form.querySelectorAll('input').entries()) {
    input.placeholder = inputs[index]?.placeholder ?? input.placeholder;
  }
}

/** Shows the choices of another page in the form; the focus stays where the form still has a place for it. */
function takeForm(main: HTMLElement, page: Document) {
  const [form, fresh] = [main.querySelector<HTMLFormElement>(liveForm), page.querySelector<HTMLFormElement>(liveForm)];
  if (form === null || fresh === null) return;
  const focused = [...form.querySelectorAll('a, button, input, select')].indexOf(document.activeElement as Element);
  form.replaceWith(fresh);
  const again = fresh.querySelectorAll<HTMLElement>('a, button, input, select')[focused];
  const isLost = document.activeElement === document.body;
  const title = fresh.closest('details')?.querySelector<HTMLElement>('summary');
  if (isLost) (again ?? title)?.focus({ preventScroll: true });
}

function within(target: EventTarget | null, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}
