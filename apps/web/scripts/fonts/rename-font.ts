/** A table of a font file: its tag of four letters, and its bytes. */
interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
}

const lengthOfHead = 12;
const lengthOfEntry = 16;

/**
 * A font under another name. Of its names only the new one is left, with what the font says of its rights.
 *
 * @param font - a font as TrueType or OpenType has it, not compressed
 * @param name - family and style, in Latin letters
 * @param rights - who made the font, and what is reserved
 */
export function renameFont(font: Buffer, name: string, rights: string): Buffer {
  const tables = tablesOf(font).map((table) =>
    table.tag === 'name' ? { ...table, bytes: names(name, rights) } : table,
  );
  const head = Buffer.from(font.subarray(0, lengthOfHead + lengthOfEntry * tables.length));
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  tables.forEach(({ bytes }, place) => {
    const entry = lengthOfHead + lengthOfEntry * place;
    head.writeUInt32BE(checksumOf(bytes), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padded = paddedTo4(bytes);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function tablesOf(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, place) => {
    const entry = lengthOfHead + lengthOfEntry * place;
    const start = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString('latin1', entry, entry + 4),
      bytes: font.subarray(start, start + font.readUInt32BE(entry + 12)),
    };
  });
}

/** The table of names: rights, family, style, one of its own, the whole name, and that for printers. */
function names(name: string, rights: string): Buffer {
  const texts = [rights, name, 'Regular', name, name, 'Version 1.0', name.replaceAll(' ', '')];
  const strings = texts.map((text) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * strings.length);
  head.writeUInt16BE(strings.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  strings.forEach(({ length }, id) => {
    // Windows, Unicode, English: what every program reads.
    [3, 1, 0x409, id, length, offset].forEach((value, place) => head.writeUInt16BE(value, 6 + 12 * id + 2 * place));
    offset += length;
  });
  return Buffer.concat([head, ...strings]);
}

function paddedTo4(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function checksumOf(bytes: Buffer): number {
  const padded = paddedTo4(bytes);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
