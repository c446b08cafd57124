import { StringDecoder } from "node:string_decoder";
import { FileRefusal } from "../../read/file-refusal.ts";
import type { Encoding } from "./encoding.ts";
import { fromLegacy, mayContinue } from "./legacy-letters.ts";
import { byteChunks } from "./utf8-check.ts";

const BLOCK_BYTES = 256 * 1024;

/**
 * The text of a file by the block, without a byte order mark; blocks may end within a line but not within a letter.
 * @throws {FileRefusal} FILE.ENCODING_UNKNOWN for half a UTF-16 character
 */
export async function* textBlocks(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  let offset = 0;
  for await (const chunk of byteChunks(path, 0, BLOCK_BYTES)) {
    const text = decodeAt(decoder, chunk, offset);
    yield offset === 0 ? text.replace(/^\uFEFF/, "") : text;
    offset += chunk.length;
  }
  yield decodeAt(decoder, null, offset);
}

/** Turns chunks of bytes into text; null stands for the end of the file. */
type Decoder = (chunk: Buffer | null) => string;

function decoderOf(encoding: Encoding): Decoder {
  if (encoding === "UTF-8") return utf8Decoder();
  if (encoding === "TCVN3" || encoding === "VNI") return legacyDecoder(encoding);
  return encoding === "windows-1258" ? composingDecoder() : labelDecoder(encoding.toLowerCase());
}

/** Bytes were checked before, so the quicker decoder that replaces bad ones may be used. */
function utf8Decoder(): Decoder {
  const decoder = new StringDecoder("utf8");
  return (chunk) => (chunk === null ? decoder.end() : decoder.write(chunk));
}

function labelDecoder(label: string): Decoder {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  return (chunk) => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}

/** Windows-1258 has no letters with a tone: they are put together here, so that nobody is told that they came apart. */
function composingDecoder(): Decoder {
  const decode = labelDecoder("windows-1258");
  let held = "";
  return (chunk) => {
    const text = held + decode(chunk);
    const end = chunk === null ? text.length : Math.max(0, text.search(/\P{M}\p{M}*$/u));
    held = text.slice(end);
    return text.slice(0, end).normalize("NFC");
  };
}

function legacyDecoder(encoding: "TCVN3" | "VNI"): Decoder {
  const decode = labelDecoder("windows-1252");
  let held = "";
  return (chunk) => {
    const text = held + decode(chunk);
    held = chunk !== null && mayContinue(text.slice(-1)) ? text.slice(-1) : "";
    return fromLegacy(text.slice(0, text.length - held.length), encoding);
  };
}

function decodeAt(decode: Decoder, chunk: Buffer | null, offset: number): string {
  try {
    return decode(chunk);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const found = { vi: `nửa ký tự UTF-16 sau vị trí ${offset}`, en: `half a UTF-16 character after offset ${offset}` };
    throw new FileRefusal("FILE.ENCODING_UNKNOWN", found, { vi: "UTF-16 trọn vẹn", en: "whole UTF-16 characters" });
  }
}
