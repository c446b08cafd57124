import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Run } from "../run.ts";
import { stoppable } from "../stopping.ts";
import { catalogueForms } from "./catalogue.ts";
import { describeFolder } from "./data-package.ts";
import { fileHash, swapFolder, syncFolder, undoFolder } from "./files.ts";
import { keepSignature } from "./keep-signature.ts";
import { publishedNames } from "./protect.ts";
import { writeTables } from "./tables.ts";

/**
 * Publish: writes the tables and `datapackage.json` aside, then renames them into `data/published/<id>/<as_of>`.
 * @param revised how many numbers the release before stated otherwise, null where there is none
 * @returns the published folder
 */
export async function publish(run: Run, revised: number | null): Promise<string> {
  const target = join(run.folders.published, run.report.as_of);
  const partial = join(run.folders.published, `.${run.report.as_of}.partial`);
  await stoppable(
    () => undoFolder(partial, target),
    () => replaceFolder(run, partial, target, revised),
  );
  return target;
}

async function replaceFolder(run: Run, partial: string, target: string, revised: number | null): Promise<void> {
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await writeFolder(run, partial, revised);
  await keepSignature(target, partial, run.say);
  await syncFolder(partial);
  await swapFolder(partial, target);
}

async function writeFolder(run: Run, folder: string, revised: number | null): Promise<void> {
  const rows = await writeTables(run, publishedNames(run), folder);
  const described = await describeFolder(run, folder, rows, revised);
  await writeFile(join(folder, "datapackage.json"), `${JSON.stringify(described, null, 2)}\n`);
  for (const [name, form] of Object.entries(catalogueForms))
    await writeFile(join(folder, name), `${JSON.stringify(form(described), null, 2)}\n`);
  await writeFile(join(folder, "SHA256SUMS"), await checksums(folder));
}

/** Lines as `sha256sum` writes and checks them. */
async function checksums(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const lines = await Promise.all(
    names.map(async (name) => `${(await fileHash(join(folder, name))).sha256}  ${name}\n`),
  );
  return lines.join("");
}
