import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";

/** A way of packing a file beforehand that web servers know: its ending, and there and back. */
export interface Packing {
  readonly ending: "br" | "gz";
  readonly pack: (bytes: Buffer) => Promise<Buffer>;
  readonly unpack: (bytes: Buffer) => Promise<Buffer>;
}

// Brotli at 11 takes 58 ms a page, at 5 takes 2 ms, for a few per cent of size.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Brotli at quality 5 and gzip at level 6. */
export const packings: readonly Packing[] = [
  { ending: "br", pack: (bytes) => promisify(brotliCompress)(bytes, quality), unpack: promisify(brotliDecompress) },
  { ending: "gz", pack: (bytes) => promisify(gzip)(bytes, { level: 6 }), unpack: promisify(gunzip) },
];

const textEndings = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);

/** Whether a file is text, and so worth packing: images, fonts, workbooks and Parquet are packed already. */
export function isText(path: string): boolean {
  return textEndings.has(extname(path)) || path.endsWith("SHA256SUMS");
}

/**
 * The file in the cache that holds these bytes packed; packed now if the cache lacks it or holds something else.
 * @param sha256 of the bytes, which names the file in the cache
 */
export async function packedFile(cache: string, sha256: string, bytes: Buffer, packing: Packing): Promise<string> {
  const file = join(cache, `${sha256}.${packing.ending}`);
  if (existsSync(file) && (await holds(file, bytes, packing))) return file;
  await mkdir(cache, { recursive: true });
  // Written aside: two deliverers may share a cache, and a cut must not leave half a file under the right name.
  const aside = `${file}.${randomUUID()}.tmp`;
  await writeFile(aside, await packing.pack(bytes));
  await rename(aside, file);
  return file;
}

// A disk that garbled the cache must not garble the portal.
async function holds(file: string, bytes: Buffer, packing: Packing): Promise<boolean> {
  try {
    return bytes.equals(await packing.unpack(await readFile(file)));
  } catch {
    return false;
  }
}
