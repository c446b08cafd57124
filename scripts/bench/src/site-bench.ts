import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lighthouseBench } from "./lighthouse-bench.ts";
import { type Measured, measured } from "./measured.ts";
import { nationalFolder } from "./national-folder.ts";

const site = fileURLToPath(new URL("../../../sites/progress", import.meta.url));
const bare = fileURLToPath(new URL("./bare-site.ts", import.meta.url));
const published = fileURLToPath(new URL("../../../data/published", import.meta.url));

/** Builds the site of the demo, and has five types of its pages judged by Lighthouse. */
export async function demoBench(): Promise<void> {
  const out = join(site, "test-results/bench-demo");
  say("the demo", await build(published, out));
  await lighthouseBench(out, "binh-phuoc-demo");
  rmSync(out, { recursive: true });
}

/** Builds the site of the demo and of the whole country, against a bare Astro site of as many pages and charts. */
export async function siteBench(units: number): Promise<void> {
  await demoBench();
  const country = nationalFolder(units);
  const out = join(site, "test-results/bench-country");
  const run = await build(country.root, out);
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  const charts = pages.reduce((sum, page) => sum + countOf(readFileSync(join(out, page), "utf8"), "<figure"), 0);
  const each = Math.max(1, Math.round(charts / pages.length));
  say(`the country, ${country.units} units, ${pages.length} pages, ${charts} charts`, run);
  const bareRun = await measured(process.execPath, [
    bare,
    join(site, "test-results/bench-bare"),
    String(pages.length),
    String(each),
  ]);
  say(`bare Astro, ${pages.length} pages with ${each} charts`, bareRun);
  for (const name of ["country", "bare"])
    rmSync(join(site, `test-results/bench-${name}`), { recursive: true, force: true });
  console.log(`peak ${Math.round(run.megabytes)}`);
  console.log(`ratio site ${(run.seconds / bareRun.seconds).toFixed(2)}`);
}

async function build(published: string, out: string): Promise<Measured> {
  rmSync(out, { recursive: true, force: true });
  rmSync(`${out}.manifest.json`, { force: true });
  const run = await measured(process.execPath, [
    join(site, "scripts/build.ts"),
    "--published",
    published,
    "--out",
    out,
  ]);
  if (run.status !== 0) throw new Error(`the build of ${published} ended with ${run.status}`);
  rmSync(`${out}.manifest.json`, { force: true });
  return run;
}

function say(what: string, { seconds, megabytes }: Measured): void {
  console.log(`${what}: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`);
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}
