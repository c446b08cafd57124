import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PublishedError } from "./published-error.ts";

const line = /^([0-9a-f]{64}) {2}([a-z][a-z0-9_]*\.(?:csv|json|parquet|xlsx))$/;
const described = "datapackage.json";

/**
 * The tables of a published folder with their hashes as its SHA256SUMS names them. A release of an older form has that, too.
 * @throws {PublishedError} where it is missing or names none
 */
export function summedFiles(folder: string): { path: string; hash: string }[] {
  const path = join(folder, "SHA256SUMS");
  const files = readText(path)
    .split("\n")
    .flatMap((text) => {
      const [, hash, name] = line.exec(text) ?? [];
      return hash === undefined || name === undefined || name === described
        ? []
        : [{ path: name, hash: `sha256:${hash}` }];
    });
  if (files.length === 0) throw new PublishedError(path, "names no table");
  return files;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new PublishedError(path, "cannot be read", cause);
  }
}
