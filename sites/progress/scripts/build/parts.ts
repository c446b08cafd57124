import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { publishedFolders } from "../../src/data/published-folder.ts";
import { readTable } from "../../src/data/published-table.ts";
import { type Drawing, draw } from "./draw.ts";
import { filesUnder } from "./files.ts";
import { type BuildOptions, siteRoot } from "./options.ts";

// Each process loads Astro and the tables, which takes as long as some hundred pages.
const UNITS_WORTH_A_PROCESS = 500;
const MOST_PROCESSES = 4;
// On a machine with much memory the engine lets garbage lie: two processes took 4.5 GB for the country, and take 2.5 GB within this.
const MOST_HEAP = "--max-old-space-size=1500";

/** Draws the pages of a site, in several processes where there are many, into one folder. */
export async function drawParts(options: BuildOptions, outDir: string): Promise<void> {
  const { published, base, site = null, shareImages } = options;
  const processes = options.processes ?? processesFor(published);
  if (processes === 1) return draw({ published, base, site, outDir, shareImages, part: "" });
  const parts = Array.from({ length: processes }, (_, at) => ({
    ...{ published, base, site, shareImages },
    outDir: at === 0 ? outDir : `${outDir}.part-${at + 1}`,
    part: `${at + 1}/${processes}`,
  }));
  try {
    await allOf(parts.map(drawApart));
    for (const part of parts.slice(1)) mergePart(part.outDir, outDir);
  } finally {
    for (const part of parts.slice(1)) rmSync(part.outDir, { recursive: true, force: true });
  }
}

/** As many processes as there are cores, where each has enough to do. */
function processesFor(published: string): number {
  const latest = new Map(
    publishedFolders(published)
      .toReversed()
      .map((folder) => [folder.report, folder.path]),
  );
  const units = [...latest.values()].reduce((sum, path) => sum + readTable(path, "unit").length, 0);
  const worth = Math.max(1, Math.floor(units / UNITS_WORTH_A_PROCESS));
  return Math.min(worth, availableParallelism(), MOST_PROCESSES);
}

/** Waits for all, then throws what the first of them threw: none goes on after the build has ended. */
async function allOf(drawings: readonly Promise<void>[]): Promise<void> {
  const ended = await Promise.allSettled(drawings);
  const failed = ended.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

function drawApart(drawing: Drawing): Promise<void> {
  const script = join(import.meta.dirname, "draw-part.ts");
  const words = [MOST_HEAP, script, JSON.stringify(drawing)];
  const child = spawn(process.execPath, words, { cwd: siteRoot, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) =>
      status === 0 ? resolve() : reject(new Error(`part ${drawing.part} of the site ended with ${status}; see above`)),
    );
  });
}

/**
 * Moves the files of a part beside those of another. What both have drawn, such as styles and scripts, must be the same.
 * @throws {Error} where it is not
 */
export function mergePart(part: string, whole: string): void {
  for (const file of filesUnder(part)) {
    const [from, to] = [join(part, file), join(whole, file)];
    if (!existsSync(to)) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    } else if (!readFileSync(from).equals(readFileSync(to))) {
      throw new Error(`${file} was drawn twice, with other bytes; a page must not depend on which process draws it`);
    }
  }
}
