import { fetchPage } from './fetch-page.ts';

let latest = 0;

/** Answers every choice in a form of a statistic as it is made, with the page that the server makes for it. */
export function answerAtOnce(main: HTMLElement, ready: (main: HTMLElement) => void) {
  main.addEventListener('change', ({ target }) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>('form[data-live]') : null;
    if (form?.checkValidity() !== true) return;
    const query = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    void show(main, `${form.action}?${new URLSearchParams(query).toString()}`, ready).then((address) => {
      if (address !== null) history.pushState(null, '', address);
    });
  });
  addEventListener('popstate', () => {
    if (main.querySelector('form[data-live]') !== null) void show(main, location.href, ready);
  });
}

/** Puts the content of another page into this one. Returns its address; null where it is no answer, or overtaken. */
async function show(main: HTMLElement, asked: string, ready: (main: HTMLElement) => void): Promise<string | null> {
  const turn = ++latest;
  const { page, address, ok } = await fetchPage(asked);
  const fresh = page.querySelector('main');
  if (turn !== latest || !ok || fresh === null) return null;
  const focus = controlOf(document.activeElement);
  const opened = [...main.querySelectorAll('details[open] > summary')].map(({ textContent }) => nameOf(textContent));
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  for (const summary of main.querySelectorAll('details > summary')) {
    if (opened.includes(nameOf(summary.textContent))) summary.parentElement?.setAttribute('open', '');
  }
  ready(main);
  const again = [...main.querySelectorAll<HTMLElement>('input, select')].find((one) => controlOf(one) === focus);
  if (focus !== null) again?.focus({ preventScroll: true });
  return address;
}

/** What a control is for, so that the same one has the focus again; null for anything else. */
function controlOf(element: Element | null): string | null {
  if (element instanceof HTMLSelectElement) return element.name;
  if (!(element instanceof HTMLInputElement)) return null;
  return element.type === 'checkbox' ? `${element.name}=${element.value}` : element.name;
}

/** A summary may name what is chosen behind a colon; its part before stays. */
function nameOf(text: string): string {
  return (text.split(/[:：]/)[0] ?? '').trim();
}
