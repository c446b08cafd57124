import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A way of packing a file beforehand that web servers know, and its ending. */
export interface Packing {
  readonly ending: "br" | "gz";
  readonly pack: (bytes: Buffer) => Promise<Buffer>;
}

// Brotli at 11 takes 58 ms a page, at 5 takes 2 ms, for a few per cent of size.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Brotli at quality 5 and gzip at level 6. */
export const packings: readonly Packing[] = [
  { ending: "br", pack: (bytes) => promisify(brotliCompress)(bytes, quality) },
  { ending: "gz", pack: (bytes) => promisify(gzip)(bytes, { level: 6 }) },
];

const textEndings = new Set([".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"]);

/** Whether a file is text, and so worth packing: images, fonts, workbooks and Parquet are packed already. */
export function isText(path: string): boolean {
  return textEndings.has(extname(path)) || path.endsWith("SHA256SUMS");
}

/** A file that is packed: where it lies, and what it holds. */
export interface Packed {
  readonly file: string;
  readonly bytes: Buffer;
}

/**
 * Files packed beforehand, kept from one release to the next in a folder: `<hash of the plain>.<hash of the packed>.br`. The
 * second hash tells a file that the disk garbled without unpacking it.
 */
export class PackedFiles {
  readonly #folder: string;
  readonly #names: Map<string, string>;
  readonly #used = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    const names = existsSync(folder) ? readdirSync(folder) : [];
    this.#names = new Map(names.map((name) => [name.replace(/\.[0-9a-f]{16}\./, "."), name]));
  }

  /** The packed form of these bytes; packed now if the folder lacks it or holds something else. */
  async of(sha256: string, plain: Buffer, packing: Packing): Promise<Packed> {
    const key = `${sha256}.${packing.ending}`;
    this.#used.add(key);
    const standing = await this.#read(this.#names.get(key));
    if (standing !== null) return standing;
    const bytes = await packing.pack(plain);
    return { file: await this.#write(`${sha256}.${shortHash(bytes)}.${packing.ending}`, bytes), bytes };
  }

  /** Removes files of releases long gone, once they are most of what the folder holds. */
  async tidy(): Promise<void> {
    if (this.#names.size < 4 * this.#used.size) return;
    for (const [key, name] of this.#names)
      if (!this.#used.has(key)) await rm(join(this.#folder, name), { force: true });
  }

  async #read(name: string | undefined): Promise<Packed | null> {
    if (name === undefined) return null;
    const file = join(this.#folder, name);
    // Gone where another worker, at a page of the same content, has just found it damaged.
    const bytes = await readFile(file).catch(() => null);
    if (bytes !== null && name.split(".")[1] === shortHash(bytes)) return { file, bytes };
    await rm(file, { force: true });
    return null;
  }

  // Written aside: two deliverers may share a folder, and a cut must not leave half a file under the right name.
  async #write(name: string, bytes: Buffer): Promise<string> {
    const file = join(this.#folder, name);
    await mkdir(this.#folder, { recursive: true });
    const aside = `${file}.${randomUUID()}.tmp`;
    await writeFile(aside, bytes);
    await rename(aside, file);
    return file;
  }
}

const shortHash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);
