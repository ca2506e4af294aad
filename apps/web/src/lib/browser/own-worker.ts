/** Longest that one try may take, and how often it is tried: a network or a browser can fail to bring the worker up. */
const patience = 20_000;
const tries = 4;

/** Brings the worker of the site up, and lets it answer this page too. */
export async function startWorker(address: string): Promise<void> {
  for (let left = tries; left > 0; left -= 1) {
    const isActive = await Promise.race([isUp(address).catch(() => false), after(patience)]);
    if (isActive) return;
    // A registration that got stuck would be handed out again.
    await (await navigator.serviceWorker.getRegistration(address))?.unregister();
    await after(1000);
  }
}

async function isUp(address: string): Promise<boolean> {
  const { serviceWorker } = navigator;
  const { active, waiting, installing } = await serviceWorker.register(address);
  const worker = active ?? waiting ?? installing;
  if (worker === null) return false;
  return new Promise((resolve) => {
    const look = () => {
      // A page that was loaded past the worker is answered by it from now on.
      if (worker.state === 'activated' && serviceWorker.controller === null) worker.postMessage('claim');
      if (worker.state === 'activated' || worker.state === 'redundant') resolve(worker.state === 'activated');
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

function after(time: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), time);
  });
}
