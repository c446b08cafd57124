import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { releasesRoot } from "../../src/data/published-folder.ts";
import { filesUnder, sha256Of } from "./files.ts";
import { type BuildOptions, repositoryRoot, siteRoot } from "./options.ts";

const sourceFolders = ["src", "public", "scripts"].map((name) => join(siteRoot, name));
const packageFolders = ["schema/src", "units/src", "units/data"].map((name) => join(repositoryRoot, "packages", name));
// The lock file holds the version of every package that draws or writes a page.
const versionFiles = [
  join(siteRoot, "astro.config.ts"),
  join(siteRoot, "package.json"),
  join(repositoryRoot, "package-lock.json"),
];

/** One hash of everything a build depends on: published data, sources, options, versions. */
export function inputHash(options: BuildOptions): string {
  const hash = createHash("sha256").update(
    `${options.base}\n${options.site}\n${options.shareImages}\n${process.version}\n`,
  );
  const data = [options.published, releasesRoot(options.published)];
  for (const folder of [...data, ...sourceFolders, ...packageFolders]) {
    for (const file of filesUnder(folder)) hash.update(`${file} ${sha256Of(join(folder, file))}\n`);
    hash.update("\n");
  }
  for (const file of versionFiles.filter(existsSync)) hash.update(`${sha256Of(file)}\n`);
  return hash.digest("hex");
}
