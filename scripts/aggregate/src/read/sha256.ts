import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { refuseUnreadable } from "../grid/grid.ts";

/** The SHA-256 of a file's bytes, in hexadecimal digits, however long it is. @throws {FileRefusal} FILE.UNREADABLE */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash).catch(refuseUnreadable);
  return hash.digest("hex");
}
