import { existsSync } from "node:fs";
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { newKey, publicKeyLine, type SecretKey, sha256, signFolder } from "@tiendo/release";
import { provinceFacts } from "@tiendo/units";
import { benchFolder } from "./sample-files.ts";

const data = fileURLToPath(new URL("../../../data", import.meta.url));
export const MINISTRY = "bo-y-te";

/** A ministry's report with the signed folders of all provinces beside it, and how many bytes they are. */
export interface SentFolders {
  data: string;
  folders: string[];
  bytes: number;
}

/**
 * The 63 provinces of 2022, each with the latest release of the demo as its own: Parquet with its own code for the province and
 * codes made of it for the units below; the other forms, which are hashed and not read, as they are. Signed with one key.
 * @throws {Error} where the demo has not been published
 */
export async function sentFolders(): Promise<SentFolders> {
  const demo = join(data, "published/binh-phuoc-demo");
  const day = existsSync(demo) ? (await readdir(demo)).sort().at(-1) : undefined;
  if (day === undefined) throw new Error("the demo is not published; run: npm run aggregate");
  const to = join(benchFolder, "rollup");
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true, mode: 0o700 });
  await cp(join(data, "reference"), join(to, "reference"), { recursive: true });
  const codes = provinceFacts().map(({ code }) => code);
  const report = join(to, "reports", MINISTRY);
  const places = new Map(codes.map((code) => [code, join(report, "folders", code, day)]));
  const key = newKey();
  await renamedTables(join(demo, day), places);
  let bytes = 0;
  for (const [code, folder] of places) bytes += await finishFolder(join(demo, day), folder, code, key);
  await writeFile(
    join(report, "report.json"),
    JSON.stringify(await ministry(join(demo, day), codes, publicKeyLine(key))),
  );
  return { data: to, folders: [...places.values()], bytes };
}

/** Writes each Parquet file of a folder once a province, all of them by one statement a table. */
async function renamedTables(from: string, places: ReadonlyMap<string, string>): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const codes = [...places.keys()].map((code) => `'${code}'`).join(", ");
  for (const folder of places.values()) await mkdir(folder, { recursive: true });
  for (const name of (await readdir(from)).filter((file) => file.endsWith(".parquet"))) {
    const aside = `${places.values().next().value}.aside`;
    const file = `'${join(from, name)}'`;
    const described = await connection.runAndReadAll(`describe from ${file}`);
    const named = described.getRowObjectsJS().some(({ column_name }) => column_name === "unit_code");
    const renamed = named ? "replace (if(unit_code = '70', part, part || unit_code) as unit_code)" : "";
    await connection.run(`copy (select part, sent.* ${renamed} from ${file} as sent, (select unnest([${codes}]) as part) order by part)
      to '${aside}' (format parquet, compression zstd, partition_by (part))`);
    for (const [code, folder] of places) {
      const made = join(aside, `part=${code}`, "data_0.parquet");
      // A table without rows is written for nobody.
      await (existsSync(made) ? rename(made, join(folder, name)) : copyFile(join(from, name), join(folder, name)));
    }
    await rm(aside, { recursive: true, force: true });
  }
  connection.closeSync();
}

/** The other forms, the description, the hashes and the signature; gives the bytes of the whole. */
async function finishFolder(from: string, folder: string, code: string, key: SecretKey): Promise<number> {
  const described = JSON.parse(await readFile(join(from, "datapackage.json"), "utf8"));
  for (const resource of described.resources) {
    const path = join(folder, resource.path);
    if (!existsSync(path)) await copyFile(join(from, resource.path), path);
    const content = await readFile(path);
    Object.assign(resource, { bytes: content.length, hash: `sha256:${sha256(content)}` });
  }
  Object.assign(described, { name: `tinh-${code}` });
  Object.assign(described.tiendo.report, { id: `tinh-${code}`, root_unit: code });
  await writeFile(join(folder, "datapackage.json"), JSON.stringify(described));
  const names = (await readdir(folder)).sort();
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const lines = contents.map((content, at) => `${sha256(content)}  ${names[at]}\n`);
  await writeFile(join(folder, "SHA256SUMS"), lines.join(""));
  await signFolder(folder, key);
  return contents.reduce((sum, content) => sum + content.length, 0);
}

async function ministry(from: string, codes: readonly string[], public_key: string) {
  const { tiendo } = JSON.parse(await readFile(join(from, "datapackage.json"), "utf8"));
  const own = { id: MINISTRY, root_unit: "VN", edition: "2025", releases: [], calendar: [], sample: null };
  return { ...tiendo.report, ...own, senders: codes.map((unit_code) => ({ unit_code, edition: "2022", public_key })) };
}
