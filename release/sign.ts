/**
 * `pnpm release:sign FILE…`: signs files with minisign, by the secret key in MINISIGN_KEY: the text of a key file that was made
 * with `minisign -G -W`. Without a key nothing is signed, and it says so: `dataset verify` then tells readers the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const files = process.argv.slice(2);
const { MINISIGN_KEY: key = '' } = process.env;
if (files.length === 0) {
  console.error('No file is named; expected the files to sign.');
  process.exit(2);
}
if (key === '') {
  console.log(`MINISIGN_KEY is empty: ${files.join(', ')} stay without a signature.`);
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'govexport-sign-'));
try {
  const secret = join(folder, 'key');
  writeFileSync(secret, `${key.trim()}\n`, { mode: 0o600 });
  for (const file of files) {
    const { status, error, stderr } = spawnSync('minisign', ['-S', '-s', secret, '-m', file], { encoding: 'utf8' });
    if (status !== 0) {
      console.error(`${file} was not signed: ${error?.message ?? stderr.trim()}`);
      process.exitCode = 1;
      break;
    }
    console.log(`Signed ${file}.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
