/** Puts a button beside every text that is made to be copied. The words stand in the page, in its language. */
export function addCopyButtons(main: HTMLElement) {
  const { copy = '', copied = '' } = main.dataset;
  for (const text of main.querySelectorAll<HTMLElement>('pre[role="region"]')) {
    // A part that stays where others are replaced has its button.
    if (text.previousElementSibling?.matches('.copy')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy no-print';
    button.textContent = copy;
    button.setAttribute('aria-label', `${copy}: ${text.getAttribute('aria-label') ?? ''}`);
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(text.textContent).then(() => {
        button.textContent = copied;
        button.setAttribute('aria-label', copied);
      });
    });
    text.before(button);
  }
}
