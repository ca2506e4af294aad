import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the tests a folder for everything that they make, and takes it away after the last. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'govexport-release-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true });
}
