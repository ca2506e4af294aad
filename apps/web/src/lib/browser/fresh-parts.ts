/**
 * Puts the parts of another page that a choice changes (`data-fresh`) into the places of the same name in this one. All
 * else stays as it is: what is typed, opened, scrolled and focused.
 */
export function takeParts(page: Document) {
  for (const part of page.querySelectorAll<HTMLElement>('[data-fresh]')) {
    const old = document.querySelector(`[data-fresh="${part.dataset['fresh'] ?? ''}"]`);
    if (old === null) continue;
    const opened = [...old.querySelectorAll('details[open] > summary')].map(nameOf);
    for (const summary of part.querySelectorAll('details > summary')) {
      if (opened.includes(nameOf(summary))) summary.parentElement?.setAttribute('open', '');
    }
    old.replaceWith(part);
  }
  document.title = page.title;
}

/** A summary may name what is chosen behind a colon; its part before stays. */
function nameOf({ textContent }: Element): string {
  return (textContent.split(/[:：]/)[0] ?? '').trim();
}
