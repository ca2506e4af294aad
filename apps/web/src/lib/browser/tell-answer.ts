/** Tells beside the form what the answer says by now, also to those who hear the page. */
export function tellAnswer(main: HTMLElement) {
  const finding = main.querySelector('h1');
  tell(main, paragraph(finding?.textContent ?? '', finding?.lang ?? ''));
}

/** Tells beside the form why a choice has no answer, in the words of the page that refuses it. */
export function tellRefusal(main: HTMLElement, page: Document) {
  const reasons = page.querySelectorAll('main :is(h1 ~ .lead, dl)');
  tell(main, paragraph(page.querySelector('h1')?.textContent ?? ''), ...reasons);
  const { refused = '' } = placeIn(main)?.dataset ?? {};
  placeIn(main)?.append(paragraph(refused));
}

function tell(main: HTMLElement, ...parts: Element[]) {
  placeIn(main)?.replaceChildren(...parts);
}

function placeIn(main: HTMLElement): HTMLElement | null {
  return main.querySelector<HTMLElement>('[data-told]');
}

function paragraph(text: string, lang = ''): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  if (lang !== '') made.lang = lang;
  return made;
}
