import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { verifyFolder } from "@tiendo/release";
import { DeliverRefusal } from "../refusal.ts";
import { isSafePath, refuseUnsafePaths } from "../release/safe-path.ts";
import type { Target } from "../target/target.ts";
import { inParallel } from "../workers.ts";
import { versionsOf } from "./archive.ts";
import { ARCHIVE } from "./layout.ts";
import { treeOf } from "./tree.ts";

/** A folder of the archive, and what was done with it. */
export interface Restored {
  readonly report: string;
  readonly asOf: string;
  readonly state: "restored" | "there" | "differs" | "would restore";
  /** How many earlier versions of that day the archive keeps. */
  readonly older: number;
}

/**
 * Brings the archived folders back to `<into>/<report>/<as_of>`, each verified before it takes its place. A folder that is
 * there already is left, and named where it differs from the archive.
 * @throws {DeliverRefusal} for an archived folder that does not verify, or whose names lead elsewhere
 */
export async function restore(target: Target, into: string, dryRun: boolean): Promise<Restored[]> {
  const reports = (await target.list(ARCHIVE)).filter(({ kind }) => kind === "folder").map(({ name }) => name);
  refuseUnsafePaths(reports);
  const restored: Restored[] = [];
  for (const report of reports)
    for (const asOf of await daysOf(target, report))
      restored.push(await restoreDay(target, into, report, asOf, dryRun));
  return restored;
}

async function daysOf(target: Target, report: string): Promise<string[]> {
  const names = (await target.list(`${ARCHIVE}/${report}`))
    .filter(({ kind }) => kind === "folder")
    .map(({ name }) => name);
  const days = names.flatMap((name) => /^(\d{4}-\d{2}-\d{2})-[0-9a-f]{12}$/.exec(name)?.[1] ?? []);
  return [...new Set(days)].sort();
}

async function restoreDay(
  target: Target,
  into: string,
  report: string,
  asOf: string,
  dryRun: boolean,
): Promise<Restored> {
  const versions = await versionsOf(target, report, asOf);
  const place = join(into, report, asOf);
  const older = versions.length - 1;
  const from = `${ARCHIVE}/${report}/${versions.at(-1)}`;
  if (existsSync(place))
    return { report, asOf, state: (await isSame(target, from, place)) ? "there" : "differs", older };
  if (dryRun) return { report, asOf, state: "would restore", older };
  await fetchFolder(target, from, into, `${report}/${asOf}`);
  return { report, asOf, state: "restored", older };
}

async function fetchFolder(target: Target, from: string, into: string, path: string): Promise<void> {
  await mkdir(join(into, path, ".."), { recursive: true });
  const aside = await mkdtemp(join(into, ".restore-"));
  try {
    await inParallel((await treeOf(target, from)).keys(), target.parallel, async (name) => {
      if (!isSafePath(name) || name.includes("/")) throw leadsElsewhere(`${target.address}/${from}`, name);
      await writeFile(join(aside, name), (await target.get(`${from}/${name}`)) ?? Buffer.alloc(0));
    });
    const { problems } = await verifyFolder(aside);
    if (problems.length > 0)
      throw damaged(
        `${target.address}/${from}`,
        problems.map(({ vi, en }) => `${vi} | ${en}`),
      );
    await rename(aside, join(into, path));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function isSame(target: Target, from: string, place: string): Promise<boolean> {
  const sums = await target.get(`${from}/SHA256SUMS`);
  return sums?.equals(await readFile(join(place, "SHA256SUMS")).catch(() => Buffer.alloc(0))) ?? false;
}

function leadsElsewhere(where: string, name: string): DeliverRefusal {
  return new DeliverRefusal(
    where,
    `có tên tệp không an toàn ${JSON.stringify(name)}; không lấy về`,
    `holds the unsafe name ${JSON.stringify(name)}; not fetched`,
  );
}

function damaged(where: string, problems: readonly string[]): DeliverRefusal {
  return new DeliverRefusal(
    where,
    `bản lưu bị hỏng hoặc bị sửa: ${problems.join("; ")}; không lấy về`,
    "the archived folder is damaged or altered; not fetched",
  );
}
