import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

/** The package with Node for this machine. */
export function nodePackage(): string {
  const root = fileURLToPath(new URL('../../../package.json', import.meta.url));
  const { optionalDependencies = {} } = JSON.parse(readFileSync(root, 'utf8')) as {
    optionalDependencies?: Record<string, string>;
  };
  const name = Object.keys(optionalDependencies).find((one) => one.endsWith(`${process.platform}-${process.arch}`));
  if (name === undefined) throw new Error(`the workspace names no Node for ${process.platform}-${process.arch}`);
  return name;
}

/** Installs a version of Node into a new folder and gives back the folder with its program. */
export function installNode(version: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true }));
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'];
  run('npm', ['install', ...flags, `${nodePackage()}@${version}`], folder);
  return join(folder, 'node_modules', nodePackage(), 'bin');
}
