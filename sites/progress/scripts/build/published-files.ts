import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PublishedError } from "../../src/data/published-error.ts";
import { publishedFolders } from "../../src/data/published-folder.ts";
import { readDataPackage } from "../../src/data/published-table.ts";
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
  return publishedFolders(published).flatMap(({ report, as_of, path }) =>
    [...tableFiles(path), ...proofs.filter((name) => existsSync(join(path, name)))].map((name) => ({
      from: join(path, name),
      to: `${report}/du-lieu/${as_of}/${name}`,
    })),
  );
}

function tableFiles(folder: string): string[] {
  return readDataPackage(folder).resources.map(({ path, hash }) => {
    const file = join(folder, path);
    if (!existsSync(file)) throw new PublishedError(file, "is missing; datapackage.json names it");
    const found = `sha256:${sha256Of(file)}`;
    if (found !== hash) throw new PublishedError(file, `has hash ${found}; datapackage.json says ${hash}`);
    return path;
  });
}
