/** Lets the pointer sweep over years of the timeline; a press on one year chooses it alone, as its link does. */
export function sweepYears(root: HTMLElement, choose: (from: number, to: number) => void) {
  let start: number | null = null;
  const yearAt = ({ clientX, clientY }: PointerEvent): number | null => {
    const found = document.elementsFromPoint(clientX, clientY).find((one) => one.matches('rect[data-year]'));
    return found instanceof SVGElement ? Number(found.dataset['year']) : null;
  };
  const mark = (from: number, to: number) => {
    for (const band of root.querySelectorAll<SVGElement>('rect[data-year]')) {
      const year = Number(band.dataset['year']);
      band.classList.toggle('swept', year >= from && year <= to);
    }
  };
  root.addEventListener('pointerdown', (event) => {
    const isBand = event.target instanceof Element && event.target.matches('rect[data-year]');
    start = isBand && event.button === 0 && event.pointerType !== 'touch' ? yearAt(event) : null;
  });
  root.addEventListener('pointermove', (event) => {
    const year = start === null ? null : yearAt(event);
    if (start !== null && year !== null) mark(Math.min(start, year), Math.max(start, year));
  });
  root.addEventListener('pointerup', (event) => {
    const year = start === null ? null : yearAt(event);
    if (start !== null && year !== null && year !== start) choose(Math.min(start, year), Math.max(start, year));
    start = null;
    mark(1, 0);
  });
  // A link would be dragged away instead.
  root.addEventListener('dragstart', (event) => {
    if (start !== null) event.preventDefault();
  });
}
