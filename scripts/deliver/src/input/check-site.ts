import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { DeliverRefusal } from "../refusal.ts";
import type { Release } from "../release/release.ts";
import type { PublishedFolder } from "./published-folders.ts";

/**
 * Holds the data files of a built site against the published folders it was built from.
 * @throws {DeliverRefusal} where the site offers other bytes: it was built before the data were published again
 */
export async function refuseStaleSite(release: Release, folders: readonly PublishedFolder[]): Promise<void> {
  for (const { report, asOf, folder } of folders) {
    for (const name of await readdir(folder)) {
      const copy = release.sources.get(`${report}/du-lieu/${asOf}/${name}`);
      if (copy !== undefined && !(await sameBytes(copy, join(folder, name)))) throw stale(copy, join(folder, name));
    }
  }
}

/** A site that is built but empty of one of its reports' data would be delivered as if nothing were missing. */
export function refuseUnbuilt(dist: string): void {
  if (existsSync(join(dist, "index.html")) && existsSync(join(dist, "404.html"))) return;
  throw new DeliverRefusal(
    dist,
    "chưa có trang dựng xong (thiếu index.html hoặc 404.html); hãy chạy npm run build",
    "no finished site (index.html or 404.html is missing); run npm run build",
  );
}

async function sameBytes(one: string, other: string): Promise<boolean> {
  return (await readFile(one)).equals(await readFile(other));
}

function stale(copy: string, published: string): DeliverRefusal {
  return new DeliverRefusal(
    copy,
    `khác với ${published}: trang dựng trước lần công bố mới nhất; hãy dựng lại: npm run build`,
    `differs from ${published}: the site was built before the last publication; build it again: npm run build`,
  );
}
