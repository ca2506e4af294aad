import { execFile } from 'node:child_process';
import { catalogue } from '@govexport/analysis';
import { loadDataset } from '@govexport/dataset';
import { canonicalJson } from '@govexport/schema';
import type { z } from 'zod';
import { optionsOf, parametersOf, type Case } from './cases.ts';
import { builtFile } from './servers.ts';

const cli = builtFile('@govexport/cli/bin');

/** The text that one surface answers to one case. */
export type Surface = (asked: Pick<Case, 'statistic' | 'input'>) => Promise<string>;

/** The analysis package, called as anyone who installs it does. */
export const library: Surface = ({ statistic, input }) => {
  const { input: schema, answer } = catalogue[statistic] as unknown as {
    input: z.ZodType;
    answer: (dataset: unknown, input: unknown) => unknown;
  };
  return Promise.resolve(canonicalJson(answer(loadDataset(), schema.parse(input))));
};

const wrapping = { before: '{"result":{"data":', after: '}}' };

/** The data of a tRPC answer as the bytes that came over the wire, not as a parsed and printed copy. */
export function unwrapTrpc(body: string): string {
  if (!body.startsWith(wrapping.before) || !body.endsWith(wrapping.after))
    throw new Error(`not a tRPC answer: ${body}`);
  return body.slice(wrapping.before.length, -wrapping.after.length);
}

/** The bytes of an address that must answer with 200. */
export async function bytesOf(address: string): Promise<Buffer> {
  const response = await fetch(address);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}: ${bytes.toString()}`);
  return bytes;
}

/** The text of an address that must answer with 200. */
export async function textOf(address: string): Promise<string> {
  return (await bytesOf(address)).toString();
}

export function trpc(origin: string): Surface {
  return async ({ statistic, input }) =>
    unwrapTrpc(
      await textOf(
        `${origin}/trpc/statistics.${statistic}?${new URLSearchParams({ input: JSON.stringify(input) }).toString()}`,
      ),
    );
}

export function rest(origin: string): Surface {
  return ({ statistic, input }) => textOf(`${origin}/v1/statistics/${statistic}?${parametersOf(input)}`);
}

/** What the built command prints, without the line break at its end. */
export function runCli(options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...options], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error === null && stderr === '' && stdout.endsWith('\n')) resolve(stdout.slice(0, -1));
      else reject(new Error(`govexport ${options.join(' ')} fails: ${stderr || String(error?.message)}`));
    });
  });
}

export const commandLine: Surface = ({ statistic, input }) =>
  runCli([statistic, ...optionsOf(input), '--format', 'json']);

export function site(origin: string): Surface {
  return ({ statistic, input }) => textOf(`${origin}/statistics/${statistic}.json?${parametersOf(input)}`);
}
