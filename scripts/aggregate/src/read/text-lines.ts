import { createReadStream } from "node:fs";
import { FileRefusal } from "./file-refusal.ts";

const utf8 = { vi: "UTF-8", en: "UTF-8" };

/**
 * The physical lines of a UTF-8 file, without their line ends (LF, CRLF or CR) and without a byte order mark.
 * @throws {FileRefusal} FILE.ENCODING_UNKNOWN for bytes that are not UTF-8, and for NUL bytes
 */
export async function* textLines(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const text of decoded(path)) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let offset = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decodeChunk(decoder, chunk, offset);
    offset += chunk.length;
  }
  yield decodeChunk(decoder, null, offset);
}

function decodeChunk(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null, offset: number): string {
  const nul = chunk?.indexOf(0) ?? -1;
  if (nul >= 0) {
    const at = offset + nul;
    throw new FileRefusal(
      "FILE.ENCODING_UNKNOWN",
      { vi: `byte 00 ở vị trí ${at}`, en: `byte 00 at offset ${at}` },
      utf8,
    );
  }
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    const found = {
      vi: `byte không phải UTF-8 sau vị trí ${offset}`,
      en: `bytes that are not UTF-8 after offset ${offset}`,
    };
    throw new FileRefusal("FILE.ENCODING_UNKNOWN", found, utf8);
  }
}
