import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Problem } from '../src/problems/problem.ts';
import { ask } from './app.ts';

const command = createRequire(import.meta.url).resolve('deno/bin.cjs');
const permissions = ['--allow-read', '--allow-env', '--allow-sys', '--allow-net=127.0.0.1'];
const file = fileURLToPath(new URL('on-deno.ts', import.meta.url));

/** An answer with its numbers to ten digits. */
function rounded(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(10)) : value));
}

it('the app answers on Deno as on Node: records byte for byte, numbers to ten digits', async () => {
  const given = [command, 'run', '--no-config', '--node-modules-dir=manual', ...permissions, file];
  const child = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const origin = `http://127.0.0.1:${String(port).trim()}`;
    for (const path of ['/v1/programs.csv', '/v1/programs?limit=5', '/v1/codebook.json']) {
      const response = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } });
      const node = await ask(path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, node.text]);
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('etag')).toBe(node.headers.get('etag')?.replace(/"$/, '-gzip"'));
    }
    // Another engine may compute the last digit of a logarithm differently.
    for (const path of ['/v1/statistics/trend?from=2007', '/trpc/statistics.share']) {
      const answer = await (await fetch(origin + path)).text();
      expect(rounded(answer)).toEqual(rounded((await ask(path)).text));
    }
    const picture = await fetch(`${origin}/v1/statistics/duration.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    const refused = await fetch(`${origin}/v1/statistics/trend?from=abc`);
    expect([refused.status, Problem.parse(await refused.json()).code]).toEqual([400, 'invalid-input']);
  } finally {
    // The command starts the program itself in a process of its own; both are in one group.
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  }
});
