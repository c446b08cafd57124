import { existsSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { generateSample } from "@tiendo/sample";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partCount } from "../src/clean/part-count.ts";
import { Database } from "../src/db.ts";
import { aggregate, compute, release } from "../src/main.ts";
import { bytesOfSize, defaultMemory, halfOf } from "../src/memory-size.ts";
import type { RunFile } from "../src/read/run-file.ts";
import { AS_OF, sendPrivately, syntheticWorkspace } from "./worklist/given.ts";
import { bytesOf, type Workspace } from "./workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await syntheticWorkspace();
  await generateSample({ people: 2_500, data: workspace.data, report: workspace.id, asOf: AS_OF, format: "parquet" });
  await sendPrivately(workspace, "sinh-doi.csv", twins());
});
afterAll(() => workspace.remove());

/** Pairs of twins of one name but for its accents, without numbers: they change their part when they are told apart. */
function twins(): string {
  const pairs = [
    ["Tâm", "Tám"],
    ["Hùng", "Hưng"],
    ["Lan", "Lân"],
    ["Dung", "Dũng"],
    ["Hà", "Hạ"],
  ];
  const lines = pairs.flat().map((name, at) => `Trịnh Văn ${name},0${1 + Math.floor(at / 2)}/04/1980,0,,25195`);
  return `${["Họ và tên,Ngày sinh,Giới tính,Số CMT/CCCD,Mã xã", ...lines].join("\n")}\n`;
}

const privateFolder = () => workspace.path("private", workspace.id);

/** What a run in so many parts publishes, and what it found of each person, as one hash a table. */
async function cleanedIn(partitions: number) {
  await aggregate(workspace.id, { data: workspace.data, asOf: AS_OF, partitions, say: () => undefined });
  const db = await Database.open();
  const tables = ["person", "dose_given", "cleaning_step", "subject", "proposal", "clean_account"];
  const hashes = tables.map((name) => {
    const path = join(privateFolder(), "clean", `${name}.parquet`);
    return `select '${name}' as name, count(*)::integer as rows, sum(hash(t)::hugeint)::varchar as hash from '${path}' as t`;
  });
  const found = await db.all<{ name: string; rows: number; hash: string }>(
    `${hashes.join(" union all ")} order by name`,
  );
  db.close();
  return { published: await bytesOf(workspace.path("published", workspace.id, AS_OF)), found };
}

test("people cleaned in 1, 4 or 16 parts are the same people, and what is published the same bytes", async () => {
  const atOnce = await cleanedIn(1);
  expect(Object.keys(atOnce.published).length).toBeGreaterThan(50);
  expect(atOnce.found.every(({ rows }) => rows > 0)).toBe(true);
  for (const partitions of [4, 16]) {
    expect(await cleanedIn(partitions)).toEqual(atOnce);
    expect(existsSync(join(privateFolder(), "spill", AS_OF))).toBe(false);
  }
});

const settings = "select current_setting('memory_limit') as limit, current_setting('threads')::integer as threads";

test.each([
  [1, "2.0 GiB"],
  [4, "1.0 GiB"],
])(
  "hiding what was cleaned in %i parts leaves DuckDB %s of 2 GiB, and one thread a connection",
  async (partitions, left) => {
    const asked: Array<Promise<Array<{ limit: string; threads: number }>>> = [];
    const say = (text: string) => {
      if (text.includes("hiding small counts")) asked.push(open.run.db.all(settings));
    };
    const open = await compute(workspace.id, { data: workspace.data, asOf: AS_OF, partitions, memory: "2GiB", say });
    await open.run.db.run("set threads = 3");
    await release(open);
    const found = (await Promise.all(asked)).flat();
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toEqual({ limit: left, threads: 1 });
  },
);

test("by default DuckDB leaves two fifths of the memory that the machine or its container has", () => {
  const GB = 1024 ** 3;
  expect(defaultMemory(10 * GB, 0)).toBe("6144MiB");
  // Linux says so where no container bounds a process.
  expect(defaultMemory(10 * GB, 2 ** 64)).toBe("6144MiB");
  expect(defaultMemory(64 * GB, 10 * GB)).toBe("6144MiB");
  expect(bytesOfSize(defaultMemory())).toBeLessThanOrEqual(0.6 * totalmem());
});

test("people are cleaned in as many parts as the memory asks for", () => {
  const files = (rows: number) =>
    [{ tables: [{ kind: "person_record", stored: { counts: { records_in: rows } } }] }] as unknown as RunFile[];
  expect(partCount(files(0), 8e9)).toBe(1);
  expect(partCount(files(4_000_000), bytesOfSize("8GB"))).toBe(1);
  expect(partCount(files(4_000_001), bytesOfSize("8GB"))).toBe(2);
  expect(partCount(files(90_000_000), bytesOfSize("8GB"))).toBe(23);
  expect([bytesOfSize("500MB"), bytesOfSize("1.5 GiB")]).toEqual([500_000_000, 1_610_612_736]);
  expect(bytesOfSize(halfOf("8 GiB"))).toBe(bytesOfSize("4 GiB"));
  expect(() => bytesOfSize("much")).toThrow("expected such as 500MB or 2GB");
});
