/** One part of a zip file; sizes and place in bytes. */
export interface ZipPart {
  name: string;
  crc: number;
  compressed: number;
  size: number;
  at: number;
}

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
// 1 January 1980: the same input gives the same bytes, whenever it is written.
const DATE = 0x0021;

/** The header before a part's data. */
export function localHeader(part: ZipPart): Buffer {
  const name = Buffer.from(part.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, part, name.length);
  return Buffer.concat([header, name]);
}

/** The entry of a part in the directory at the end. */
export function centralHeader(part: ZipPart): Buffer {
  const name = Buffer.from(part.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, part, name.length);
  header.writeUInt32LE(part.at, 42);
  return Buffer.concat([header, name]);
}

/** The record that ends the file: how many parts, where the directory begins, how long it is. */
export function directoryEnd(count: number, at: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/** The 26 bytes that both headers share, from the version needed to the length of the name. */
function writeCommon(header: Buffer, from: number, part: ZipPart, nameLength: number): void {
  header.writeUInt16LE(VERSION, from);
  header.writeUInt16LE(UTF8_NAMES, from + 2);
  header.writeUInt16LE(DEFLATED, from + 4);
  header.writeUInt16LE(DATE, from + 8);
  header.writeUInt32LE(part.crc, from + 10);
  header.writeUInt32LE(part.compressed, from + 14);
  header.writeUInt32LE(part.size, from + 18);
  header.writeUInt16LE(nameLength, from + 22);
}
