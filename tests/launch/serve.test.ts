import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { freePorts, holdPort, startScript } from './script.ts';

/** A folder with the API and the site among its packages. */
const here = fileURLToPath(new URL('.', import.meta.url));
const dataset = fileURLToPath(new URL('../../apps/cli/test/dataset', import.meta.url));

async function answers(address: string): Promise<string> {
  for (;;) {
    try {
      return await (await fetch(address)).text();
    } catch {
      await wait(50);
    }
  }
}

it('govexport serve starts the API and the site on one dataset, and ends both on Ctrl-C', async () => {
  const [port = 0, sitePort = 0] = await freePorts(2);
  const options = ['serve', '--port', String(port), '--site-port', String(sitePort), '--dataset', dataset];
  const script = startScript('apps/cli/dist/govexport.js', options, { folder: here });
  expect(await answers(`http://127.0.0.1:${port}/v1/meta`)).toContain('"name":"small"');
  expect(await answers(`http://127.0.0.1:${sitePort}/about`)).toContain(`http://127.0.0.1:${port}`);

  script.child.kill('SIGINT');
  expect(await script.ended).toBe(0);
  expect(script.printed().stdout).toBe('Ended.\n');
  for (const freed of [port, sitePort]) (await holdPort(freed)).server.close();
}, 120_000);
