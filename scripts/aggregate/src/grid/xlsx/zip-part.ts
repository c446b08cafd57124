import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { badPart } from "./bad-workbook.ts";
import { readAt, type ZipEntry } from "./zip-directory.ts";
import { refuseInflated } from "./zip-ratio.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * The inflated bytes of one part of a zip file, checked against its checksum at the end.
 * @throws {FileRefusal} FILE.BAD_WORKBOOK where it is cut off or damaged, FILE.ZIP_RATIO where it grows without end
 */
export async function* zipPart(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0;
  let crc = 0;
  for await (const chunk of inflated(path, entry)) {
    size += chunk.length;
    crc = crc32(chunk, crc);
    refuseInflated(entry, size);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw badPart(entry.name);
}

/** The whole of a small part as text. */
export async function zipText(path: string, entry: ZipEntry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipPart(path, entry)) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

async function* inflated(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) throw badPart(entry.name);
  if (entry.compressed === 0) return;
  const start = await dataPlace(path, entry);
  const stored = createReadStream(path, { start, end: start + entry.compressed - 1, highWaterMark: CHUNK_BYTES });
  // The callback is for pipeline's sake: errors reach the reader of the last stream as well.
  const bytes =
    entry.method === 0 ? stored : pipeline(stored, createInflateRaw({ chunkSize: CHUNK_BYTES }), () => undefined);
  try {
    yield* bytes as AsyncIterable<Buffer>;
  } catch (cause) {
    throw Object.assign(badPart(entry.name), { cause });
  } finally {
    stored.destroy();
  }
}

/** Where the data begins: names and extra fields of the local header may differ from those in the directory. */
async function dataPlace(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path, "r");
  try {
    const header = await readAt(file, entry.headerAt, entry.headerAt + 30);
    if (header.toString("latin1", 0, 4) !== "PK\x03\x04" || header.length < 30) throw badPart(entry.name);
    return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}
