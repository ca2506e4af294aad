/** The style of the page: readable in light and dark, on a phone and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1b1b1f, #ececf1); --paper: light-dark(#fff, #17171b);
  --soft: light-dark(#5a5a66, #b3b3c0); --line: light-dark(#d5d5de, #3c3c48); --mark: light-dark(#0b57d0, #9ec1ff);
  --right: light-dark(#146c2e, #8fd8a3); --wrong: light-dark(#a8071a, #ffb4ab); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 0 1rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { position: sticky; top: 0; padding: .25rem 0; background: var(--paper); border-bottom: 1px solid var(--line); z-index: 1; }
.where { margin: .5rem 0 0; color: var(--soft); font-size: .875rem; }
nav { display: flex; gap: 1rem; align-items: center; }
nav a { padding: .625rem 0; }
nav form { margin-left: auto; }
progress { display: block; width: 100%; height: .375rem; accent-color: var(--mark); }
h1 { font-size: 1.25rem; line-height: 1.3; margin: 1rem 0; }
h2 { font-size: 1rem; margin: 0; }
.id, code, .definition, .meaning, .support, .allowed, caption, th { color: var(--soft); }
code { font-weight: normal; font-size: .8125rem; }
a { color: var(--mark); }
.sources { padding-left: 1rem; }
.sources li { margin: .5rem 0; }
.field { padding: .75rem; margin: .75rem 0; border: 1px solid var(--line); border-left: .375rem solid var(--line); border-radius: .25rem; scroll-margin-top: 5rem; }
.field.current, .field:focus-within { border-color: var(--mark); }
.field[data-verdict='right'] { border-left-color: var(--right); }
.field[data-verdict='wrong'] { border-left-color: var(--wrong); }
.field[data-verdict='cannot_tell'] { border-left-style: dashed; border-left-color: var(--soft); }
.verdict { font-size: .8125rem; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .375rem; }
.value { margin: .25rem 0; font-size: 1.125rem; }
.definition, .meaning, .support, .allowed { margin: .25rem 0; font-size: .875rem; }
table { border-collapse: collapse; font-size: .875rem; display: block; overflow-x: auto; }
caption { text-align: left; }
th, td { text-align: left; padding: .125rem .75rem .125rem 0; font-weight: normal; }
form { display: inline-flex; flex-wrap: wrap; gap: .5rem; margin: .25rem 0; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; align-items: start; margin-top: .5rem; }
.actions form { margin: 0; }
.wrong[open] { flex-basis: 100%; }
.wrong form { display: grid; margin-top: .5rem; }
.wrong summary { display: inline-flex; align-items: center; padding: 0 1rem; border: 1px solid var(--soft); border-radius: .25rem; list-style: none; }
.wrong summary::-webkit-details-marker { display: none; }
button, input, select, summary { font: inherit; min-height: 2.75rem; }
button { padding: 0 1rem; color: var(--ink); background: transparent; border: 1px solid var(--soft); border-radius: .25rem; cursor: pointer; }
input, select { width: 100%; padding: .25rem .5rem; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .25rem; }
summary { cursor: pointer; padding: .5rem 0; }
:focus-visible { outline: .1875rem solid var(--mark); outline-offset: .125rem; }
[role='alert'] { color: var(--wrong); font-weight: bold; }
.keys div { display: flex; gap: .5rem; }
.keys dd { margin: 0; }
kbd { border: 1px solid var(--soft); border-radius: .25rem; padding: 0 .375rem; }
`;

/**
 * The script of the page: a key presses what a person would press. Keys are told by their place on the keyboard, so that
 * they work in every layout.
 */
export const script = `
const fields = [...document.querySelectorAll('.field')];
const here = () => {
  const within = document.activeElement.closest('.field') ?? document.querySelector('.field.current');
  return within ?? fields[0];
};
const go = (field) => {
  for (const one of fields) one.classList.toggle('current', one === field);
  field.scrollIntoView({ block: 'center' });
  field.querySelector('button').focus({ preventScroll: true });
};
const step = (by) => go(fields[(fields.indexOf(here()) + by + fields.length) % fields.length]);
const press = (verdict) => here().querySelector('button[value="' + verdict + '"]').click();
const actions = {
  KeyR: () => press('right'),
  KeyC: () => press('cannot_tell'),
  KeyW: () => {
    const details = here().querySelector('details.wrong');
    details.open = true;
    details.querySelector('input[name=value], select').focus();
  },
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  KeyN: () => document.getElementById('next').click(),
  KeyP: () => document.getElementById('previous').click(),
  KeyU: () => document.getElementById('undo').click(),
};
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  const typing = event.target.matches('input, select, textarea');
  if (typing && event.code === 'Escape') go(here());
  if (typing || actions[event.code] === undefined) return;
  event.preventDefault();
  actions[event.code]();
});
const current = document.querySelector('.field.current');
if (current !== null && document.querySelector('[role=alert]') === null) go(current);
document.querySelector('[role=alert]')?.closest('.field').querySelector('input[name=value], select').focus();
`;
