import { createTip } from './chart-tip.ts';

const charts = 'svg.govexport-chart';
const marked = '[data-chart-mark]';
/** A finger that misses a small mark by so many pixels means it. */
const reach = 24;

/** Makes the marks of charts reachable by keyboard, pointer and finger: one stop of the tab key a chart. */
export function reachMarks(main: HTMLElement) {
  const tip = createTip(main);
  const prepare = () => {
    for (const chart of main.querySelectorAll<SVGSVGElement>(`${charts}:not([data-reached])`)) reachChart(chart);
  };
  // Answers replace charts with fresh ones.
  new MutationObserver(prepare).observe(main, { childList: true, subtree: true });
  prepare();
  main.addEventListener('focusin', ({ target }) => {
    const mark = markOf(target);
    if (mark === null) return;
    takeStop(mark);
    if (mark.matches(':focus-visible')) tip.show(mark);
  });
  main.addEventListener('focusout', ({ target }) => {
    if (markOf(target) !== null) tip.hide();
  });
  main.addEventListener('pointerover', ({ target, pointerType }) => {
    const mark = markOf(target);
    if (mark !== null && pointerType !== 'touch') tip.show(mark);
  });
  main.addEventListener('pointerout', ({ target, pointerType }) => {
    if (markOf(target) !== null && pointerType !== 'touch') tip.leave();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && tip.box.contains(event.target)) return;
    if (!('pointerType' in event) || event.pointerType !== 'touch') return;
    const mark = markOf(event.target) ?? nearestMark(event);
    if (mark === null) tip.hide();
    else tip.show(mark);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tip.hide();
    else step(event);
  });
  addEventListener('scroll', tip.follow, { passive: true, capture: true });
}

/** A title would show a second box; its words become the name of the mark. */
function reachChart(chart: SVGSVGElement) {
  chart.dataset['reached'] = '';
  for (const title of chart.querySelectorAll<SVGTitleElement>('* > title')) {
    const mark = title.closest('a') ?? title.parentElement;
    if (mark === null || title.parentNode === chart) continue;
    if (!mark.hasAttribute('aria-label')) mark.setAttribute('aria-label', title.textContent);
    if (mark.localName !== 'a') mark.setAttribute('role', 'img');
    mark.setAttribute('tabindex', '-1');
    mark.setAttribute('data-chart-mark', '');
    title.remove();
  }
  const first = chart.querySelector(marked);
  if (first === null) return;
  first.setAttribute('tabindex', '0');
  // What is one picture to a screen reader hides its parts.
  chart.setAttribute('role', 'group');
}

function markOf(target: EventTarget | null): SVGElement | null {
  return target instanceof Element ? target.closest<SVGElement>(marked) : null;
}

function marksOf(chart: Element): SVGElement[] {
  return [...chart.querySelectorAll<SVGElement>(marked)];
}

/** The tab key comes back to the mark that was left. */
function takeStop(mark: SVGElement) {
  for (const other of marksOf(mark.closest(charts) ?? mark)) other.setAttribute('tabindex', '-1');
  mark.setAttribute('tabindex', '0');
}

function step(event: KeyboardEvent) {
  const mark = markOf(event.target);
  const chart = mark?.closest(charts);
  if (!mark || !chart || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const marks = marksOf(chart);
  const at = marks.indexOf(mark);
  const places: Record<string, number> = {
    ...{ ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 },
    ...{ Home: 0, End: marks.length - 1 },
  };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  marks[Math.max(0, Math.min(place, marks.length - 1))]?.focus();
}

function nearestMark({ target, clientX, clientY }: MouseEvent): SVGElement | null {
  const chart = target instanceof Element ? target.closest(charts) : null;
  if (chart === null) return null;
  const far = marksOf(chart).map((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const across = Math.max(left - clientX, 0, clientX - right);
    return { mark, distance: Math.hypot(across, Math.max(top - clientY, 0, clientY - bottom)) };
  });
  const [nearest] = far.sort((one, other) => one.distance - other.distance);
  return nearest !== undefined && nearest.distance <= reach ? nearest.mark : null;
}
