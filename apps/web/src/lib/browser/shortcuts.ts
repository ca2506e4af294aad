const storedName = 'shortcuts';
/** Where a key belongs to what has the focus: it is typed, chooses an option, or walks over the marks of a chart. */
const keysOfTheirOwn = 'input, select, textarea, [contenteditable]:not([contenteditable="false"]), [data-chart-mark]';

/** Lets single keys lead where the links of the dialog lead. Keys, addresses and words stand in the page, in its language. */
export function addShortcuts(dialog: HTMLDialogElement) {
  // Where the browser keeps nothing, a choice holds as long as the page.
  let isOn = true;
  const read = () => {
    isOn = readStored() ?? isOn;
    for (const box of boxes()) box.checked = isOn;
    return isOn;
  };
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !boxes().includes(target)) return;
    isOn = target.checked;
    store(isOn);
    read();
  });
  read();
  // Going back may show a page as it was before the choice.
  addEventListener('pageshow', read);
  document.addEventListener('keydown', (event) => {
    const key = meantKey(event);
    if (key === null || dialog.open || !read()) return;
    const link = linkOf(dialog, key);
    if (key !== '?' && link === null) return;
    // Browsers search by the slash themselves, and the sign must not reach the field.
    event.preventDefault();
    if (key === '?') dialog.showModal();
    else if (key !== '/' || !focusSearch()) location.assign(link?.href ?? '');
  });
}

/** The sign of a key that is free to be a shortcut; null for any other. */
function meantKey(event: KeyboardEvent): string | null {
  if (!isFree(event)) return null;
  const { key, code, shiftKey } = event;
  if (shiftKey) return key;
  // A keyboard set to another script than Latin has the letter at the same place, and caps lock makes capitals of all.
  const isOtherScript = /^\P{ASCII}$/u.test(key) && code.startsWith('Key');
  return (isOtherScript ? code.slice('Key'.length) : key).toLowerCase();
}

/** Whether nothing else is meant by a key: no field takes it, and no other key is held. */
function isFree({ target, defaultPrevented, repeat, isComposing, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (defaultPrevented || repeat || isComposing || ctrlKey || metaKey || altKey) return false;
  return !(target instanceof Element && target.closest(keysOfTheirOwn) !== null);
}

function linkOf(dialog: HTMLDialogElement, key: string): HTMLAnchorElement | null {
  const links = [...dialog.querySelectorAll<HTMLAnchorElement>('a[aria-keyshortcuts]')];
  return links.find((link) => link.getAttribute('aria-keyshortcuts') === key) ?? null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.select();
  field?.focus();
  return field !== null;
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[data-shortcuts]')];
}

function readStored(): boolean | null {
  try {
    const stored = localStorage.getItem(storedName);
    return stored === null ? null : stored === 'on';
  } catch {
    return null;
  }
}

function store(isOn: boolean) {
  try {
    localStorage.setItem(storedName, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing for sites refuses even to be asked.
  }
}
