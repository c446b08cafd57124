import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesUnder } from "./files.ts";
import { inputHash } from "./input-hash.ts";
import { isWhole, readManifest, writeManifest } from "./manifest.ts";
import type { BuildOptions } from "./options.ts";
import { drawParts } from "./parts.ts";
import { copyPublishedFiles } from "./published-files.ts";
import { writeSitemap } from "./sitemap.ts";

/** Builds the site, or leaves it where nothing changed. Returns what to tell the one who asked. */
export async function buildSite(options: BuildOptions): Promise<string> {
  const started = performance.now();
  const input = inputHash(options);
  const standing = readManifest(options.out);
  if (standing?.input === input && isWhole(options.out, standing)) return `Nothing changed: ${options.out} stands.`;
  mkdirSync(dirname(options.out), { recursive: true });
  const aside = mkdtempSync(join(dirname(options.out), `${basename(options.out)}.aside-`));
  try {
    await drawParts(options, aside);
    copyPublishedFiles(options.published, aside);
    writeSitemap(options, aside);
    if (options.shareImages) await drawPictures(options.published, aside);
    swap(aside, options.out);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  writeManifest(options.out, input, options.base);
  const pages = filesUnder(options.out).filter((file) => file.endsWith(".html")).length;
  return `${pages} pages in ${((performance.now() - started) / 1000).toFixed(1)} s: ${options.out}`;
}

/** Puts a finished folder in the place of the old one: readers see the one or the other, whole. */
function swap(aside: string, out: string): void {
  const before = `${out}.before-${process.pid}`;
  if (existsSync(out)) renameSync(out, before);
  renameSync(aside, out);
  rmSync(before, { recursive: true, force: true });
}

// Loaded here, since a build without pictures needs no browser.
async function drawPictures(published: string, out: string): Promise<void> {
  const { drawShareImages } = await import("./share-images.ts");
  await drawShareImages(published, out);
}
