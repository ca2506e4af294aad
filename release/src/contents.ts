import { lintSource } from '@secretlint/core';
import { creator as usualSecrets } from '@secretlint/secretlint-rule-preset-recommend';
import { budgets } from './budgets.ts';
import { manifestProblems } from './manifest.ts';
import { readmeProblems } from './readme.ts';
import type { Tarball } from './tarball.ts';

/**
 * Everything that keeps a tarball from being published, in sentences: fields of its manifest, a README that leads out of
 * the package, its size, paths of the machine that packed it, and secrets.
 *
 * @param root - absolute path of the workspace, which no file may name
 */
export async function contentProblems(tarball: Tarball, root: string): Promise<string[]> {
  const { manifest } = tarball;
  const found = [
    ...manifestProblems(tarball),
    ...readmeProblems(tarball),
    ...sizeProblems(tarball),
    ...pathProblems(tarball, root),
    ...(await secretProblems(tarball)),
  ];
  return found.map((one) => `${manifest.name}: ${one}`);
}

function sizeProblems({ manifest, bytes }: Tarball): string[] {
  const budget = budgets[manifest.name];
  if (budget === undefined) return ['it has no budget; expected its name and bytes in release/src/budgets.ts'];
  return bytes <= budget ? [] : [`its tarball has ${bytes} bytes; allowed are ${budget}`];
}

/** A part of an address on the web may look like a folder of a home; a path of a machine begins on its own. */
const homes = /(?<![\w.-])(?:\/(?:home|Users|root)\/[\w.-]+|[A-Z]:\\Users\\|file:\/\/\/)/;

function pathProblems({ files }: Tarball, root: string): string[] {
  return textsOf(files).flatMap(([file, text]) => {
    const [found] = homes.exec(text) ?? (text.includes(root) ? [root] : []);
    return found === undefined ? [] : [`${file} names the path ${found}; expected no path of a machine`];
  });
}

async function secretProblems({ files }: Tarball): Promise<string[]> {
  const config = { rules: [{ id: 'usual', rule: usualSecrets, options: {} }] };
  const problems: string[] = [];
  for (const [file, content] of textsOf(files)) {
    const source = { filePath: file, content, contentType: 'text' as const };
    const { messages } = await lintSource({ source, options: { config, maskSecrets: true, noPhysicFilePath: true } });
    problems.push(...messages.map(({ message }) => `${file} holds a secret (${message}); expected none`));
  }
  return problems;
}

/** The files that are text; a null byte is in none of them. */
function textsOf(files: Tarball['files']): [path: string, text: string][] {
  return [...files].filter(([, content]) => !content.includes(0)).map(([path, content]) => [path, String(content)]);
}
