const nearby = 10;

/** The one box that tells what a mark stands for; it lies above the page and moves nothing. */
export function createTip(main: HTMLElement) {
  const box = document.createElement('div');
  box.className = 'chart-tip';
  box.setAttribute('role', 'tooltip');
  box.popover = 'manual';
  let leaving = 0;
  let shown: Element | null = null;
  const stay = () => {
    clearTimeout(leaving);
  };
  const hide = () => {
    stay();
    shown = null;
    if (box.isConnected) box.hidePopover();
  };
  const show = (mark: Element) => {
    stay();
    // An answer that replaces the page takes the box away.
    if (!box.isConnected) main.append(box);
    box.textContent = mark.getAttribute('aria-label') ?? '';
    box.showPopover();
    shown = mark;
    place(box, mark.getBoundingClientRect());
  };
  // The focus may scroll to its mark after the box is there.
  const follow = () => {
    if (shown?.isConnected) place(box, shown.getBoundingClientRect());
    else hide();
  };
  // The pointer may cross the gap to the box and rest on it.
  const leave = () => {
    stay();
    leaving = window.setTimeout(hide, 300);
  };
  box.addEventListener('pointerenter', stay);
  box.addEventListener('pointerleave', leave);
  return { box, show, hide, leave, follow };
}

/** Above the mark, or below it where there is no room, and inside the window. */
function place(box: HTMLElement, mark: DOMRect) {
  const { width, height } = box.getBoundingClientRect();
  const middle = mark.left + mark.width / 2 - width / 2;
  const left = Math.max(nearby, Math.min(middle, document.documentElement.clientWidth - width - nearby));
  const above = mark.top - height - nearby;
  const top = above >= 0 ? above : Math.min(mark.bottom + nearby, innerHeight - height - nearby);
  box.style.setProperty('left', `${String(left)}px`);
  box.style.setProperty('top', `${String(Math.max(0, top))}px`);
}
