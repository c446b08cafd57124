import type { FileHandle } from "node:fs/promises";
import { badWorkbook } from "./bad-workbook.ts";

/** One file within a zip, as the central directory declares it; sizes in bytes. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  crc: number;
  compressed: number;
  size: number;
  headerAt: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
const WIDE = 0xffffffff;

/** The entries of a zip file, from its central directory. @throws {FileRefusal} FILE.BAD_WORKBOOK */
export async function zipEntries(file: FileHandle, fileSize: number): Promise<Map<string, ZipEntry>> {
  const tail = await readAt(file, Math.max(0, fileSize - END_BYTES - LONGEST_COMMENT - 20), fileSize);
  const end = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + END_BYTES > tail.length) {
    throw badWorkbook(
      "tệp bị cắt ngang, thiếu mục lục ở cuối",
      "the file is cut off: the directory at its end is missing",
    );
  }
  const { at, size } = await directoryPlace(file, tail, end);
  if (size > LARGEST_DIRECTORY || at + size > fileSize) throw brokenDirectory();
  return parseDirectory(await readAt(file, at, at + size));
}

/** Bytes of a file from one place up to another, fewer where it ends. */
export async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}

function brokenDirectory() {
  return badWorkbook("mục lục của tệp nén bị hỏng", "the directory of the zip file is damaged");
}

async function directoryPlace(file: FileHandle, tail: Buffer, end: number): Promise<{ at: number; size: number }> {
  const place = { size: tail.readUInt32LE(end + 12), at: tail.readUInt32LE(end + 16) };
  if (place.size !== WIDE && place.at !== WIDE) return place;
  const locator = end - 20;
  if (locator < 0 || tail.toString("latin1", locator, locator + 4) !== "PK\x06\x07") throw brokenDirectory();
  const recordAt = Number(tail.readBigUInt64LE(locator + 8));
  const record = await readAt(file, recordAt, recordAt + 56);
  if (record.length < 56) throw brokenDirectory();
  return { size: Number(record.readBigUInt64LE(40)), at: Number(record.readBigUInt64LE(48)) };
}

function parseDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= bytes.length; ) {
    if (bytes.toString("latin1", at, at + 4) !== "PK\x01\x02") throw brokenDirectory();
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > bytes.length) throw brokenDirectory();
    const entry = entryAt(bytes, at, nameEnd, extraEnd);
    entries.set(entry.name, entry);
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number, nameEnd: number, extraEnd: number): ZipEntry {
  const entry = {
    // Some writers use the backslash of Windows.
    name: bytes.toString("utf8", at + 46, nameEnd).replaceAll("\\", "/"),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    crc: bytes.readUInt32LE(at + 16),
    compressed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  widen(entry, bytes.subarray(nameEnd, extraEnd));
  return entry;
}

/** Zip64: sizes that need more than 32 bits stand in an extra field, in this order. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    for (const key of ["size", "compressed", "headerAt"] as const) {
      if (entry[key] !== WIDE) continue;
      if (next + 8 > extra.length) throw brokenDirectory();
      entry[key] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
    return;
  }
}
