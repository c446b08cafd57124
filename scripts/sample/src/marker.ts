import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SampleError, type SampleOptions } from "./options.ts";
import { OWN_FILES, removeOwnFiles, sortOwnFiles } from "./own-files.ts";
import { generatorText } from "./sql-files.ts";

const MARKER = ".sample.json";

interface Marker {
  options: object;
  generator: string;
  complete: boolean;
}

/** What makes the bytes: options that change them, and the text of the generator. */
export function markerOf(options: SampleOptions): Marker {
  const { data, force, progress, memory, report, ...asked } = options;
  const generator = createHash("sha256").update(generatorText()).digest("hex").slice(0, 12);
  return { options: asked, generator, complete: true };
}

/** Whether all the folders already hold what these options make. */
export function isMade(folders: readonly string[], marker: Marker): boolean {
  return folders.every((folder) => {
    const path = join(folder, MARKER);
    return existsSync(path) && readFileSync(path, "utf8") === textOf(marker);
  });
}

/**
 * Makes the folders, and removes from them what an earlier run wrote; files that somebody else put there stay.
 * @throws {SampleError} if a folder holds files and no list of an earlier run: it is somebody's own
 */
export async function claimFolders(
  folders: readonly string[],
  modes: readonly number[],
  marker: Marker,
): Promise<void> {
  for (const folder of folders) refuseForeign(folder);
  for (const [at, folder] of folders.entries()) {
    await mkdir(folder, { recursive: true, mode: modes[at] ?? 0o755 });
    await chmod(folder, modes[at] ?? 0o755);
    await removeOwnFiles(folder);
    await writeFile(join(folder, MARKER), textOf({ ...marker, complete: false }), { mode: 0o600 });
  }
}

function refuseForeign(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0 || names.includes(OWN_FILES)) return;
  throw new SampleError(
    `${folder}: có ${names.slice(0, 3).join(", ")}, không phải do sample ghi; cần thư mục trống hoặc --report khác | found ${names.length} files that sample did not write; expected an empty folder or another --report`,
  );
}

/** Says that all is written. */
export async function markMade(folders: readonly string[], marker: Marker): Promise<void> {
  for (const folder of folders) {
    await sortOwnFiles(folder);
    await writeFile(join(folder, MARKER), textOf(marker));
  }
}

function textOf(marker: Marker): string {
  return `${JSON.stringify(marker, null, 2)}\n`;
}
