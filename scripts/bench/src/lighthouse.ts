import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("../lighthouse", import.meta.url));
const cli = join(folder, "node_modules/lighthouse/cli/index.js");

/** What a page is judged by, each from 0 to 100. */
export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** What Lighthouse says of a page on its profile of a phone: a score a category, and what keeps one below 100. */
export interface PageScores {
  scores: Record<(typeof categories)[number], number>;
  /** How fast Lighthouse found the machine: it reckons with 1,000 and more, and slows a slower one down just as much. */
  machine: number;
  missed: string[];
}

/** Installs Lighthouse from its own lock file where it is missing: it is no part of `npm ci`, which it would double. */
export function installLighthouse(): void {
  if (existsSync(cli)) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
}

/** Judges one page as a phone on a slow line would have it. */
export async function judge(address: string, { browser, flags, out }: Judging): Promise<PageScores> {
  const words = [address, "--quiet", "--output=json", `--output-path=${out}`, "--enable-error-reporting=false"];
  const chrome = `--chrome-flags=--headless ${flags.join(" ")}`;
  await promisify(execFile)(process.execPath, [cli, ...words, chrome], {
    env: { ...process.env, CHROME_PATH: browser },
  });
  return scoresOf(JSON.parse(readFileSync(out, "utf8")) as Report);
}

/** The browser that pages are opened with, and where a report is put. */
interface Judging {
  browser: string;
  flags: readonly string[];
  out: string;
}

/** Of a report of Lighthouse, what is read here. */
interface Report {
  environment: { benchmarkIndex: number };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
}

function scoresOf({ categories: judged, audits, environment }: Report): PageScores {
  const scores = categories.map((name) => [name, Math.round(100 * (judged[name]?.score ?? 0))] as const);
  const weighed = categories.flatMap((name) => judged[name]?.auditRefs.filter(({ weight }) => weight > 0) ?? []);
  const missed = weighed.flatMap(({ id }) => {
    const { score = 1, displayValue = "" } = audits[id] ?? {};
    return score !== null && score < 1 ? [`${id} ${Math.round(100 * score)} ${displayValue}`.trim()] : [];
  });
  return {
    scores: Object.fromEntries(scores) as PageScores["scores"],
    machine: Math.round(environment.benchmarkIndex),
    missed,
  };
}
