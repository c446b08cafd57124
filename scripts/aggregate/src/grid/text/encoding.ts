import { FileRefusal } from "../../read/file-refusal.ts";
import type { FileHead } from "../file-head.ts";
import { fromLegacy } from "./legacy-letters.ts";
import { byteChunks, checkUtf8 } from "./utf8-check.ts";
import { plausibility } from "./vietnamese-syllable.ts";

/** The encodings that are read, by the names used in messages. */
export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "windows-1258" | "TCVN3" | "VNI";

const SAMPLE_BYTES = 256 * 1024;
const expected = {
  vi: "UTF-8 (hoặc UTF-16, Windows-1258, TCVN3, VNI)",
  en: "UTF-8 (or UTF-16, Windows-1258, TCVN3, VNI)",
};
// Below this share of possible syllables a text is not Vietnamese in that encoding.
const LEAST_PLAUSIBLE = 0.6;
const HEADER_WORDS = /họ (và )?tên|ngày|giới tính|địa chỉ|số điện thoại|mã |tỉnh|huyện|xã|phường|mũi|vắc xin|đơn vị/i;

/**
 * The encoding of a text file, from all of its bytes.
 * @param length how many bytes to look at for anything that is not UTF-8, by default all
 * @throws {FileRefusal} FILE.ENCODING_UNKNOWN with the offset of the byte that fits none
 */
export async function encodingOf(head: FileHead, length?: number): Promise<Encoding> {
  const wide = wideEncoding(head.bytes);
  if (wide !== null) return wide;
  const { nul, bad } = await checkUtf8(head.path, length);
  if (nul !== null && (bad === null || nul < bad)) throw unknownByte(nul, "00");
  if (bad === null) return "UTF-8";
  const sample = await sampleAround(head, bad);
  const legacy = legacyEncoding(sample.bytes);
  if (legacy === null || nul !== null) throw unknownByte(bad, sample.badByte);
  return legacy;
}

function unknownByte(offset: number, byte: string): FileRefusal {
  const found = { vi: `byte ${byte} ở vị trí ${offset}`, en: `byte ${byte} at offset ${offset}` };
  return new FileRefusal("FILE.ENCODING_UNKNOWN", found, expected);
}

/** UTF-16 by its byte order mark, or by zeros on one side only of the byte pairs, as digits and commas leave them. */
function wideEncoding(bytes: Buffer): Encoding | null {
  const mark = bytes.toString("hex", 0, 2);
  if (mark === "fffe") return "UTF-16LE";
  if (mark === "feff") return "UTF-16BE";
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 4096).entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = Math.max(2, Math.min(bytes.length, 4096) / 8);
  if (odd > many && even === 0) return "UTF-16LE";
  return even > many && odd === 0 ? "UTF-16BE" : null;
}

/** The head, where the header is, and what surrounds the first byte that is not UTF-8. */
async function sampleAround(head: FileHead, bad: number): Promise<{ bytes: Buffer; badByte: string }> {
  const start = Math.max(0, bad - SAMPLE_BYTES / 8);
  for await (const chunk of byteChunks(head.path, start, SAMPLE_BYTES)) {
    const badByte = chunk.toString("hex", bad - start, bad - start + 1).toUpperCase();
    return { bytes: start === 0 ? chunk : Buffer.concat([head.bytes, Buffer.from("\n"), chunk]), badByte };
  }
  return { bytes: head.bytes, badByte: "" };
}

const candidates: Array<[Encoding, (bytes: Buffer) => string]> = [
  ["windows-1258", (bytes) => new TextDecoder("windows-1258").decode(bytes)],
  ["TCVN3", (bytes) => fromLegacy(new TextDecoder("windows-1252").decode(bytes), "TCVN3")],
  ["VNI", (bytes) => fromLegacy(new TextDecoder("windows-1252").decode(bytes), "VNI")],
];

/** The encoding in which the bytes read most like Vietnamese; null where none does. */
export function legacyEncoding(bytes: Buffer): Encoding | null {
  if (isDamagedUtf8(bytes)) return null;
  const scored = candidates.map(([encoding, decode]) => ({ encoding, score: scoreOf(decode(bytes)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score >= LEAST_PLAUSIBLE ? best.encoding : null;
}

/** Whether most letters beyond ASCII are whole UTF-8, which bytes of another encoding are only by chance. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const beyond = bytes.toString("utf8").match(/[^\t-~]/g) ?? [];
  return beyond.filter((letter) => letter !== "\uFFFD").length > beyond.length / 2;
}

function scoreOf(text: string): number {
  const bonus = HEADER_WORDS.test(text.normalize("NFC")) ? 0.1 : 0;
  const share = plausibility(text) ?? 0;
  return share >= LEAST_PLAUSIBLE ? share + bonus : share;
}
