import { zipSync, type Zippable } from 'fflate';

/** Files as a ZIP archive whose bytes depend on nothing but names and contents. */
export function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // The format has local times; the first it can express is written for every file, wherever this runs.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = Object.fromEntries(
    Object.keys(files)
      .sort()
      .map((name) => [name, [files[name] ?? new Uint8Array(), { mtime, level: 9, os: 3 }]]),
  );
  return zipSync(entries);
}
