import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePorts, holdPort, startScript, type RunningScript } from './script.ts';

const launch = 'scripts/launch.mjs';

async function until(script: RunningScript, text: string): Promise<void> {
  while (!script.printed().stdout.includes(text)) {
    if (script.child.exitCode !== null) throw new Error(`The script ended: ${JSON.stringify(script.printed())}`);
    await wait(50);
  }
}

it('prints the key findings, serves both, and ends cleanly on Ctrl-C', async () => {
  const [port = 0, apiPort = 0] = await freePorts(2);
  const script = startScript(launch, [], { environment: { PORT: String(port), API_PORT: String(apiPort) } });
  await until(script, 'Press Ctrl-C to stop both.');
  const { stdout } = script.printed();
  for (const heading of ['Overview', 'Growth', 'What the programs are about'])
    expect(stdout).toContain(`\n${heading}\n`);
  expect(stdout).toMatch(/\d+ programs of \d{4}–\d{4} from \d+ sources/);
  expect(stdout).toContain(`http://127.0.0.1:${port}/`);
  expect(stdout).toContain(`http://127.0.0.1:${apiPort}/`);

  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${apiPort}/healthz`)).status).toBe(200);

  script.child.kill('SIGINT');
  expect(await script.ended).toBe(0);
  expect(script.printed()).toMatchObject({ stderr: '' });
  for (const freed of [port, apiPort]) (await holdPort(freed)).server.close();
}, 120_000);

it.each(['PORT', 'API_PORT'])('says in one sentence that %s is taken', async (variable) => {
  const { port, server } = await holdPort();
  const [other = 0] = await freePorts(1);
  const environment = { PORT: String(other), API_PORT: String(other + 1), [variable]: String(port) };
  const script = startScript(launch, [], { environment });
  expect(await script.ended).toBe(1);
  server.close();
  expect(script.printed().stderr.trim()).toBe(
    `Port ${port} is already in use: stop the program that uses it or choose another one with ${variable}, for example "${variable}=${port + 1} npm start".`,
  );
});

it.each([
  [{ PORT: 'abc' }, 'PORT is "abc", but a port is a whole number from 1 to 65535.'],
  [{ API_PORT: '70000' }, 'API_PORT is "70000", but a port is a whole number from 1 to 65535.'],
  [{ PORT: '8080', API_PORT: '8080' }, 'PORT and API_PORT are both 8080, but the site and the API need one port each.'],
])('refuses %j', async (environment, sentence) => {
  const script = startScript(launch, [], { environment });
  expect(await script.ended).toBe(1);
  expect(script.printed()).toEqual({ stdout: '', stderr: `\n${sentence}\n` });
});

it('names the scripts there are', async () => {
  const script = startScript('scripts/bootstrap.mjs', ['nothing']);
  expect(await script.ended).toBe(1);
  expect(script.printed().stderr).toBe('There is no script "nothing": run "npm start" or "npm test".\n');
});
