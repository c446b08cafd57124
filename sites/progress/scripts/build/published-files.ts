import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PublishedError } from "../../src/data/published-error.ts";
import { publishedFolders } from "../../src/data/published-folder.ts";
import { readDataPackage } from "../../src/data/published-table.ts";
import { summedFiles } from "../../src/data/summed-files.ts";
import { sha256Of } from "./files.ts";

const proofs = ["datapackage.json", "dataset.jsonld", "dcat.jsonld", "SHA256SUMS", "SHA256SUMS.minisig"];

/** A file to be copied: from a published folder to its place in the site. */
interface Copy {
  from: string;
  to: string;
}

/**
 * Copies what the data packages name, and nothing else, to `<report>/du-lieu/<as_of>/`.
 * @throws {PublishedError} where a file is missing or has other bytes than its data package says
 */
export function copyPublishedFiles(published: string, out: string): void {
  for (const { from, to } of copiesOf(published)) {
    mkdirSync(dirname(join(out, to)), { recursive: true });
    copyFileSync(from, join(out, to));
  }
}

/** Every file of the published folders that belongs in the site. */
export function copiesOf(published: string): Copy[] {
  const newest = new Map(
    publishedFolders(published)
      .toReversed()
      .map((folder) => [folder.report, folder.path]),
  );
  return publishedFolders(published).flatMap(({ report, as_of, path }) => {
    const tables = newest.get(report) === path ? packagedFiles(path) : keptFiles(path);
    return [...tables, ...proofs.filter((name) => existsSync(join(path, name)))].map((name) => ({
      from: join(path, name),
      to: `${report}/du-lieu/${as_of}/${name}`,
    }));
  });
}

/** The tables that the data package of a folder names, each held to its hash. */
function packagedFiles(folder: string): string[] {
  const { resources } = readDataPackage(folder);
  return resources.map(({ path, hash }) => held(folder, path, hash, "datapackage.json"));
}

/** The same of an earlier release, by the sums that it was released with, since its data package may be of an older form. */
function keptFiles(folder: string): string[] {
  return summedFiles(folder).map(({ path, hash }) => held(folder, path, hash, "SHA256SUMS"));
}

function held(folder: string, path: string, hash: string, said: string): string {
  const file = join(folder, path);
  if (!existsSync(file)) throw new PublishedError(file, `is missing; ${said} names it`);
  const found = `sha256:${sha256Of(file)}`;
  if (found !== hash) throw new PublishedError(file, `has hash ${found}; ${said} says ${hash}`);
  return path;
}
