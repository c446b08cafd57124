import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DeliverRefusal } from "../refusal.ts";
import { inParallel } from "../workers.ts";
import { isText, PackedFiles, packings } from "./compress.ts";
import { filesOf } from "./files-of.ts";
import { manifestOf, type ReleaseFile, type ReleaseManifest, SERVER_SETTINGS } from "./manifest.ts";

/** A release to be delivered: its manifest, and the file on this machine that each path is read from. */
export interface Release {
  readonly manifest: ReleaseManifest;
  readonly sources: ReadonlyMap<string, string>;
}

interface Part extends ReleaseFile {
  readonly source: string;
}

/**
 * Makes a release of a built site: its files, and `.br` and `.gz` beside the text files that become smaller.
 * @param cache folder in which packed files are kept by the hash of what they hold
 * @param settings the file that becomes the web server's `.htaccess` in the release, where there shall be one
 * @throws {DeliverRefusal} for an empty folder, a link, or a name that is not safe on every target
 */
export async function releaseOf(dist: string, asOf: string, cache: string, settings?: string): Promise<Release> {
  const paths = filesOf(dist);
  if (paths.length === 0) throw nothingBuilt(dist);
  const packed = new PackedFiles(cache);
  // Packing runs on threads of Node's own; two files at a time keep two cores busy and memory small.
  const parts = (await inParallel(paths, 2, (path) => partsOf(dist, path, packed))).flat();
  await packed.tidy();
  if (settings !== undefined) parts.push(partOf(SERVER_SETTINGS, settings, await readFile(settings)));
  const files = parts.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  return { manifest: manifestOf(asOf, files), sources: new Map(parts.map((part) => [part.path, part.source])) };
}

async function partsOf(dist: string, path: string, packed: PackedFiles): Promise<Part[]> {
  const source = join(dist, path);
  const bytes = await readFile(source);
  const plain = partOf(path, source, bytes);
  if (!isText(path)) return [plain];
  const packing = packings.map(async (way) => {
    const made = await packed.of(plain.sha256, bytes, way);
    return partOf(`${path}.${way.ending}`, made.file, made.bytes);
  });
  return [plain, ...(await Promise.all(packing)).filter((part) => part.bytes < plain.bytes)];
}

function partOf(path: string, source: string, bytes: Buffer): Part {
  return { path, source, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function nothingBuilt(dist: string): DeliverRefusal {
  return new DeliverRefusal(
    dist,
    "thư mục trống; hãy dựng trang trước: npm run build",
    "is empty; build the site first: npm run build",
  );
}
