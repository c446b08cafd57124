import { createHash } from "node:crypto";
import { z } from "zod";
import { DeliverRefusal } from "../refusal.ts";
import { refuseUnsafePaths } from "./safe-path.ts";

/** One file of a release: what it is, not where it comes from. */
export const ReleaseFile = z.strictObject({
  path: z.string(),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** Every file of a release, by path; the name follows from the day and the files, so that same files have the same name. */
export const ReleaseManifest = z.strictObject({
  name: z.string(),
  as_of: z.iso.date(),
  files: z.array(ReleaseFile).min(1),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;

/** The one hidden file that a release may hold: the web server's settings, put there by delivery, never by a site. */
export const SERVER_SETTINGS = ".htaccess";

/**
 * The manifest of files in the order of their paths, named `<as_of>-<first 12 digits of the hash of paths and contents>`.
 * @throws {DeliverRefusal} for paths that could leave the release
 */
export function manifestOf(asOf: string, unordered: readonly ReleaseFile[]): ReleaseManifest {
  refuseUnsafePaths(unordered.map((file) => file.path).filter((path) => path !== SERVER_SETTINGS));
  const files = unordered.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lines = files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join("");
  const hash = createHash("sha256").update(lines).digest("hex").slice(0, 12);
  return ReleaseManifest.parse({ name: `${asOf}-${hash}`, as_of: asOf, files });
}

/** The canonical text of a manifest: same release, same bytes. */
export function manifestText(manifest: ReleaseManifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

/**
 * Reads a manifest that lay on a target, where anybody may have written to it.
 * @param where what the message names as the place
 * @throws {DeliverRefusal} if it is no manifest, names a path that leaves the release, or is not the one of its name
 */
export function parseManifest(text: string, where: string): ReleaseManifest {
  const found = readJson(text);
  if (!found.success) throw altered(where, found.error.issues[0]?.message ?? "");
  const manifest = manifestOf(found.data.as_of, found.data.files);
  if (manifest.name !== found.data.name) throw altered(where, `${found.data.name} ≠ ${manifest.name}`);
  return manifest;
}

function readJson(text: string) {
  try {
    return ReleaseManifest.safeParse(JSON.parse(text));
  } catch {
    // What is no JSON is judged, and named, as what is no manifest.
    return ReleaseManifest.safeParse(null);
  }
}

function altered(where: string, detail: string): DeliverRefusal {
  return new DeliverRefusal(
    where,
    `danh mục tệp của bản phát hành bị sửa hoặc bị hỏng (${detail}); hãy phát hành lại`,
    `the manifest of the release is altered or damaged (${detail}); deliver again`,
  );
}
