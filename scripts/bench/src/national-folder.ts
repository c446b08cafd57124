import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Unit, unitsOf } from "@tiendo/units";
import { benchFolder } from "./sample-files.ts";

const demo = fileURLToPath(new URL("../../../data/published/binh-phuoc-demo", import.meta.url));
const REPORT = "ca-nuoc-thu";

type Row = Record<string, unknown> & { unit_code?: string };

/** A published folder of the country, and how many units it has. */
export interface NationalFolder {
  root: string;
  units: number;
}

/**
 * Publishes the whole country of 2022: each unit has the rows of a unit of its level in the latest release of the demo, in
 * turn, so that pages are as long and as varied as those of a province; numbers do not add up, which no page asks.
 * @param most how many units, from the top; by default all
 * @throws {Error} where the demo has not been published
 */
export function nationalFolder(most = Number.POSITIVE_INFINITY): NationalFolder {
  const release = existsSync(demo) ? readdirSync(demo).sort().at(-1) : undefined;
  if (release === undefined) throw new Error("the demo is not published; run: npm run aggregate");
  const from = join(demo, release);
  const units = unitsOf("2022").slice(0, most);
  const root = join(benchFolder, "national");
  rmSync(root, { recursive: true, force: true });
  writeRelease(from, join(root, REPORT, release), units);
  return { root, units: units.length };
}

function writeRelease(from: string, to: string, units: readonly Unit[]): void {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const described = JSON.parse(readFileSync(join(from, "datapackage.json"), "utf8"));
  const like = unitsLike(readRows(from, "unit"), units);
  for (const resource of described.resources) {
    if (resource.format === "json") {
      const table = resource["tiendo:table"];
      const rows = table === "unit" ? units.map(unitRow) : spread(readRows(from, table), like, units);
      writeFileSync(join(to, resource.path), JSON.stringify(rows));
      resource["tiendo:rows"] = rows.length;
    } else copyFileSync(join(from, resource.path), join(to, resource.path));
    const bytes = readFileSync(join(to, resource.path));
    Object.assign(resource, {
      bytes: bytes.length,
      hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    });
  }
  Object.assign(described, { name: REPORT });
  Object.assign(described.tiendo.report, { id: REPORT, root_unit: "VN" });
  writeFileSync(join(to, "datapackage.json"), JSON.stringify(described));
  const names = ["datapackage.json", ...described.resources.map(({ path }: { path: string }) => path)];
  writeFileSync(
    join(to, "SHA256SUMS"),
    names.map((name) => `${sha256Of(readFileSync(join(to, name)))}  ${name}\n`).join(""),
  );
}

/** The code of the demo's unit whose rows a unit has: of its level in turn, the province's own for the country. */
function unitsLike(demoUnits: readonly Row[], units: readonly Unit[]): Map<string, string> {
  const byLevel = Map.groupBy(demoUnits, ({ level }) => (level === "country" ? "province" : level));
  const nth = new Map<string, number>();
  return new Map(
    units.map(({ code, level }) => {
      const of = level === "country" ? "province" : level;
      const at = nth.get(of) ?? 0;
      nth.set(of, at + 1);
      const choices = (byLevel.get(of) ?? []).filter(({ level: own }) => own !== "country");
      return [code, String(choices[at % choices.length]?.unit_code)];
    }),
  );
}

function spread(rows: readonly Row[], like: ReadonlyMap<string, string>, units: readonly Unit[]): Row[] {
  if (rows[0]?.unit_code === undefined) return [...rows];
  const byUnit = Map.groupBy(rows, ({ unit_code }) => unit_code);
  return units.flatMap(({ code }) => (byUnit.get(like.get(code)) ?? []).map((row) => ({ ...row, unit_code: code })));
}

function unitRow({ code, edition, level, parent_code, full_name, name_en, slug }: Unit): Row {
  return {
    ...{ unit_code: code, edition, level, parent_code },
    ...{ name_vi: full_name, name_en: name_en ?? full_name, slug, figures: 0 },
  };
}

function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function readRows(folder: string, table: string): Row[] {
  return JSON.parse(readFileSync(join(folder, `${table}.json`), "utf8")) as Row[];
}
