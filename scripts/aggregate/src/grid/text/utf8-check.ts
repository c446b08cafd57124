import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { refuseUnreadable } from "../file-head.ts";

const CHUNK_BYTES = 1024 * 1024;

/** Where a file stops being UTF-8 text: offsets of the first NUL and of the first bad byte; null where there is none. */
export interface Utf8Check {
  nul: number | null;
  bad: number | null;
}

/**
 * Reads a file for bytes that are not UTF-8 and for NUL; stops at the first of either.
 * @param length how many bytes of it, by default all; a character that is cut there is not bad
 */
export async function checkUtf8(path: string, length = Number.POSITIVE_INFINITY): Promise<Utf8Check> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of byteChunks(path)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - openBytes(bytes);
    const found = checkBytes(bytes.subarray(0, whole), offset);
    if (found !== null) return found;
    rest = bytes.subarray(whole);
    offset += whole;
    if (offset + rest.length >= length) return { nul: null, bad: null };
  }
  return { nul: null, bad: rest.length === 0 ? null : offset };
}

/** The bytes of a file by the megabyte. @throws {FileRefusal} FILE.UNREADABLE */
export async function* byteChunks(path: string, start = 0, size = CHUNK_BYTES): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { start, highWaterMark: size }) as AsyncIterable<Buffer>;
  } catch (cause) {
    refuseUnreadable(cause);
  }
}

function checkBytes(bytes: Buffer, offset: number): Utf8Check | null {
  const nul = bytes.indexOf(0);
  const bad = isUtf8(bytes) ? null : offset + validLength(bytes);
  return nul < 0 && bad === null ? null : { nul: nul < 0 ? null : offset + nul, bad };
}

/** How many of the bytes form valid UTF-8, found by halving. */
function validLength(bytes: Buffer): number {
  let valid = 0;
  let end = bytes.length;
  while (end - valid > 1) {
    const middle = (valid + end) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - openBytes(part)))) valid = middle;
    else end = middle;
  }
  return valid - openBytes(bytes.subarray(0, valid));
}

/** The number of bytes at the end that begin a character whose rest has not come yet. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
