import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../../scripts/build/files.ts";
import { repositoryRoot, siteRoot } from "../../scripts/build/options.ts";

/** What a run of the build command said. */
export interface BuildRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A folder for one test file's sites. It lies in the workspace, where the build finds its packages. */
export function workFolder(): string {
  mkdirSync(join(siteRoot, "test-results"), { recursive: true });
  return mkdtempSync(join(siteRoot, "test-results", "site-"));
}

/** Runs `node scripts/build.ts`. */
export function runBuild(...args: string[]): BuildRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.ts", ...args], {
    cwd: siteRoot,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", VITEST: "" },
  });
  return { status, stdout, stderr };
}

/** The published folders of the real report by its name, aggregated first where anything has changed since. */
export function realPublished(): string {
  // By name: the synthetic report beside it takes minutes to make.
  const run = spawnSync(process.execPath, ["scripts/aggregate/src/cli.ts", "aggregate", "vietnam-2022"], {
    cwd: repositoryRoot,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`aggregate ended with ${run.status}: ${run.stderr}`);
  return join(repositoryRoot, "data/published/vietnam-2022");
}

/** Addresses of a built site's pages, relative to its base: "", "en/", "vietnam-2022/don-vi/". */
export function pagesOf(out: string): string[] {
  return filesUnder(out)
    .filter((file) => file.endsWith("index.html"))
    .map((file) => file.slice(0, -"index.html".length));
}

/** One page of each kind, in both languages. */
export function pageKinds(report: string, unit: string, indicator: string): string[] {
  const parts = [
    "",
    "don-vi/",
    `don-vi/${unit}/`,
    "chi-so/",
    `chi-so/${indicator}/`,
    "chat-luong/",
    "du-lieu/",
    "du-lieu/unit/",
    "phuong-phap/",
    "phuong-phap/bang-cong-bo/",
    "tim-kiem/",
    "nhung/",
    "gioi-thieu/",
    "ky/",
    `embed/${unit}/`,
  ];
  const pages = ["", "so-do/", ...parts.map((part) => `${report}/${part}`)];
  return [...pages, ...pages.map((page) => `en/${page}`)];
}
