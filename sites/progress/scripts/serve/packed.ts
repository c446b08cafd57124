import { readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const textEndings = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);
// As the portal's server gets it from `deliver`: Brotli at 5 takes 2 ms a page, at 11 it takes 58.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const kept = new Map<string, Buffer>();

/** A text packed with Brotli as the portal sends it; null for what is packed already, such as fonts and images. */
export function packed(file: string): Buffer | null {
  if (!textEndings.has(extname(file))) return null;
  const key = `${file} ${statSync(file).mtimeMs}`;
  const bytes = kept.get(key) ?? brotliCompressSync(readFileSync(file), quality);
  kept.set(key, bytes);
  return bytes;
}
