import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserFlags, browserPath } from "@tiendo/progress/browser";
import { serveSite } from "@tiendo/progress/serve";
import { categories, installLighthouse, judge, type PageScores } from "./lighthouse.ts";
import { refuseOtherHeaders } from "./portal-headers.ts";

/** The least that a page may score. */
const least = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 } as const;

/** Has Lighthouse judge five types of pages of a built demo, served as the portal serves them. */
export async function lighthouseBench(site: string, report: string): Promise<void> {
  if (!existsSync(join(site, report))) throw new Error(`${report} is not published here: npm run aggregate makes it`);
  installLighthouse();
  const work = mkdtempSync(join(tmpdir(), "tiendo-lighthouse-"));
  const judging = { browser: await browserPath(), flags: browserFlags, out: join(work, "report.json") };
  const { server, address } = await serveSite({ out: site, base: "/", port: 4700 });
  try {
    await refuseOtherHeaders(address);
    for (const [name, path] of Object.entries(pageTypes(site, report)))
      say(name, path, await judge(`${address}${path}`, judging));
  } finally {
    server.close();
    rmSync(work, { recursive: true });
  }
}

/** The address of each type of page; of communes the one whose page is the longest. */
function pageTypes(site: string, report: string): Record<string, string> {
  const units = join(site, report, "don-vi");
  const released = readdirSync(join(site, report, "du-lieu")).filter((name) => /^\d/.test(name));
  const table = join(site, report, "du-lieu", released.sort().at(-1) ?? "", "unit.json");
  const rows = JSON.parse(readFileSync(table, "utf8")) as { level: string; slug: string }[];
  const bytes = (slug: string) => statSync(join(units, slug, "index.html"), { throwIfNoEntry: false })?.size ?? 0;
  const heaviest = (level: string) =>
    rows.filter((row) => row.level === level).toSorted((a, b) => bytes(b.slug) - bytes(a.slug))[0]?.slug;
  return {
    front: "",
    overview: `${report}/`,
    province: `${report}/don-vi/${heaviest("province")}/`,
    commune: `${report}/don-vi/${heaviest("commune")}/`,
    data: `${report}/du-lieu/`,
  };
}

function say(name: string, path: string, { scores, machine, missed }: PageScores): void {
  const low = categories.filter((category) => scores[category] < least[category]);
  if (low.length > 0) process.exitCode = 1;
  const told = categories.map((category) => `${category} ${scores[category]}`).join(", ");
  console.log(`lighthouse ${name}: ${told}${low.length > 0 ? ` (not kept: ${low.join(", ")})` : ""} /${path}`);
  if (machine < 1000) console.log(`  the machine is slow or busy: benchmark index ${machine}`);
  if (missed.length > 0) console.log(`  below full: ${missed.join("; ")}`);
}
