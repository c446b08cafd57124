import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { Deflater } from "./deflater.ts";
import { centralHeader, directoryEnd, localHeader, type ZipPart } from "./zip-headers.ts";

const LARGEST = 0xffffffff;

/** Writes a zip file part by part, one at a time; sizes are put into a part's header once they are known. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #parts: ZipPart[] = [];
  #at = 0;
  #open: { part: ZipPart; deflater: Deflater } | null = null;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Begins a part; the one before must have been ended. */
  async begin(name: string): Promise<void> {
    const part: ZipPart = { name, crc: 0, compressed: 0, size: 0, at: this.#at };
    this.#open = { part, deflater: new Deflater() };
    await this.#append(localHeader(part));
  }

  /** Adds bytes to the part that was begun. */
  async write(bytes: Buffer): Promise<void> {
    const { part, deflater } = this.#begun();
    part.crc = crc32(bytes, part.crc);
    part.size += bytes.length;
    for (const chunk of await deflater.write(bytes)) await this.#appendData(part, chunk);
  }

  /** Ends the part. @throws {RangeError} where it is too large for a zip file without 64-bit sizes */
  async end(): Promise<void> {
    const { part, deflater } = this.#begun();
    for (const chunk of await deflater.end()) await this.#appendData(part, chunk);
    if (Math.max(part.size, this.#at) > LARGEST) throw new RangeError(`${part.name}: larger than 4 GB`);
    await this.#file.write(localHeader(part), 0, undefined, part.at);
    this.#parts.push(part);
    this.#open = null;
  }

  /** A whole part at once. */
  async add(name: string, text: string): Promise<void> {
    await this.begin(name);
    await this.write(Buffer.from(text));
    await this.end();
  }

  /** Writes the directory; the file is whole then. */
  async finish(): Promise<void> {
    const directory = Buffer.concat(this.#parts.map(centralHeader));
    const end = directoryEnd(this.#parts.length, this.#at, directory.length);
    await this.#append(Buffer.concat([directory, end]));
  }

  #begun() {
    if (this.#open === null) throw new Error("no part was begun");
    return this.#open;
  }

  async #appendData(part: ZipPart, chunk: Buffer): Promise<void> {
    part.compressed += chunk.length;
    await this.#append(chunk);
  }

  async #append(bytes: Buffer): Promise<void> {
    await this.#file.write(bytes, 0, undefined, this.#at);
    this.#at += bytes.length;
  }
}
