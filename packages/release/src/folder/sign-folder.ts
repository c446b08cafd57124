import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DataPackage } from "@tiendo/schema";
import type { SecretKey } from "../minisign/key.ts";
import { signContent } from "../minisign/signature.ts";
import { ReleaseError } from "../release-error.ts";
import { CHECKSUMS, SIGNATURE } from "./checksums.ts";
import { verifyFolder } from "./verify-folder.ts";

/** What a signature says it is of: the report and its day, never the clock. */
export function trustedComment({ name, version }: { name: string; version: string }): string {
  return `report:${name} as_of:${version}`;
}

/**
 * Signs a published folder's `SHA256SUMS`; the signature lies beside it.
 * @returns the trusted comment
 * @throws {ReleaseError} where the folder's own hashes do not hold: what is signed must be what was published
 */
export async function signFolder(folder: string, key: SecretKey): Promise<string> {
  const { problems } = await verifyFolder(folder, { ignoreSignature: true });
  if (problems.length > 0)
    throw new ReleaseError(`${folder}: ${problems.map(({ vi, en }) => `${vi} | ${en}`).join("; ")}`);
  const described = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  const comment = trustedComment(described);
  const partial = join(folder, `.${SIGNATURE}.partial`);
  await writeFile(partial, signContent(key, await readFile(join(folder, CHECKSUMS)), comment));
  await rename(partial, join(folder, SIGNATURE));
  return comment;
}
