import { crc32 } from 'node:zlib';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { unzipSync } from 'fflate';

/** What an archive may hold at most: more would fill the memory. */
export const archiveLimits = { bytes: 1024 ** 3, files: 1_000_000 } as const;

/**
 * The files of a ZIP archive by their paths. An archive that can be read in more than one way is refused: data before or
 * behind it, names that stand twice or lead elsewhere, encrypted parts, and contents that differ from their checksum.
 *
 * @throws Error where it is damaged, ambiguous, or holds more than `archiveLimits`
 */
export async function unzip(archive: Uint8Array): Promise<Map<string, Uint8Array>> {
  const strict = { strictness: 'strict', filenameValidation: 'strict', duplicates: 'throw' } as const;
  const reader = new ZipReader(new Uint8ArrayReader(archive), { ...strict, useWebWorkers: false });
  const entries = (await reader.getEntries()).filter(({ directory }) => !directory);
  const bytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (bytes > archiveLimits.bytes || entries.length > archiveLimits.files) throw new Error('too large');
  if (entries.some(({ encrypted }) => encrypted)) throw new Error('encrypted');
  // The directory is read by a library that doubts it, the contents by one that is quick.
  const contents = unzipSync(archive);
  return new Map(
    entries.map(({ filename, uncompressedSize, crc32: expected }) => {
      const content = contents[filename];
      if (content?.length !== uncompressedSize || crc32(content) !== expected) throw new Error('altered');
      return [filename, content];
    }),
  );
}
