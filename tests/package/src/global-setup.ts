import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { installConsumer, pack, temporaryFolder } from './packed.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what tests write. */
    readonly folder: string;
    /** A project that has installed every tarball. */
    readonly consumer: string;
    /** The tarballs by the name of their package. */
    readonly tarballs: Readonly<Record<string, string>>;
  }
}

/** Packs every package and installs the tarballs once, for all files of tests. */
export default function setup({ provide }: TestProject): () => void {
  const folder = temporaryFolder();
  const consumer = join(folder, 'consumer');
  mkdirSync(consumer);
  const tarballs = pack(join(folder, 'tarballs'));
  installConsumer(consumer, tarballs.values());
  provide('folder', folder);
  provide('consumer', consumer);
  provide('tarballs', Object.fromEntries(tarballs));
  return () => {
    console.log(`package: ${tarballs.size} tarballs installed, typechecked and run in an empty project`);
    rmSync(folder, { recursive: true, force: true });
  };
}
