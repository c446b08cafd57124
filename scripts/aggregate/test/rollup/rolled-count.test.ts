import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { cells, folders } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

describe("rolled_count", () => {
  /** Counts of parts, each as "part table keys column value status most"; the parts sent these tables. */
  async function counts(...rows: string[]): Promise<void> {
    for (const row of rows) await db.run(`insert into part_count values (${cells(row).join(", ")})`);
    await db.run("create or replace table part_table as select distinct part, table_name from part_count");
  }
  const rolled = (columns = "unit_code, keys, status, value, low, high, told, hidden, not_reported") =>
    lines(db, `select ${columns} from (${sqlFile("rollup/rolled_count").sql}\n) order by all`);

  test("the root is the sum of all parts, a unit of the report that of its own", async () => {
    await counts("a dose_due k persons 10 ∅ ∅", "b dose_due k persons 20 ∅ ∅", "c dose_due k persons 5 ∅ ∅");
    expect(await rolled()).toEqual(["01 k ∅ 5 5 5 1 0 0", "75 k ∅ 30 30 30 2 0 0", "VN k ∅ 35 35 35 3 0 0"]);
  });

  test("counts of other tables, rows and columns are others, also where a part lacks one of them", async () => {
    await counts(
      ...[
        "a dose_due k persons 1 ∅ ∅",
        "a dose_due l persons 2 ∅ ∅",
        "a dose_due k doses 4 ∅ ∅",
        "a coverage k persons 8 ∅ ∅",
      ],
      ...["b dose_due k persons 16 ∅ ∅", "b coverage l persons 32 ∅ ∅"],
    );
    expect(
      (await rolled("unit_code, table_name, keys, column_name, value, told")).filter((line) => line.startsWith("75")),
    ).toEqual([
      ...["75 coverage k persons 8 2", "75 coverage l persons 32 2"],
      ...["75 dose_due k doses 4 2", "75 dose_due k persons 17 2", "75 dose_due l persons 2 2"],
    ]);
  });

  test("a row that a folder leaves out is a zero, but a population or a return is not reported", async () => {
    await counts(
      ...["a coverage k persons 10 ∅ ∅", "a coverage k population 10 ∅ ∅", "a indicator_progress k done 10 ∅ ∅"],
      ...["b coverage l persons 1 ∅ ∅", "b indicator_progress l done 1 ∅ ∅"],
    );
    expect(
      (await rolled("unit_code, table_name, keys, column_name, status, value, high, not_reported")).filter((line) =>
        line.startsWith("75"),
      ),
    ).toEqual([
      ...["75 coverage k persons ∅ 10 10 0", "75 coverage k population x ∅ ∅ 1", "75 coverage l persons ∅ 1 1 0"],
      ...["75 indicator_progress k done x ∅ ∅ 1", "75 indicator_progress l done x ∅ ∅ 1"],
    ]);
  });

  test("a hidden part leaves bounds: the told ones, and the most that each hidden one may be", async () => {
    await counts("a dose_due k persons 10 ∅ ∅", "b dose_due k persons ∅ c 7", "c dose_due k persons ∅ c 9");
    expect(await rolled()).toEqual(["01 k c ∅ 0 9 0 1 0", "75 k c ∅ 10 17 1 1 0", "VN k c ∅ 10 26 1 2 0"]);
    await db.run("update part_count set most = null where part = 'c'");
    expect(await rolled()).toEqual(["01 k c ∅ 0 ∅ 0 1 0", "75 k c ∅ 10 17 1 1 0", "VN k c ∅ 10 ∅ 1 2 0"]);
  });

  test("what is most of a told part bounds nothing", async () => {
    await counts("a dose_due k persons 10 ∅ 50", "b dose_due k persons ∅ c 7", "c dose_due k persons ∅ x 9");
    expect(await rolled()).toEqual(["01 k x ∅ 0 ∅ 0 0 1", "75 k c ∅ 10 17 1 1 0", "VN k x ∅ 10 ∅ 1 1 1"]);
  });

  test("of a part that has not sent the table no row is known to be absent", async () => {
    await counts("a dose_due k persons 10 ∅ ∅", "b coverage l persons 3 ∅ ∅", "c dose_due m persons 5 ∅ ∅");
    const all = await rolled("table_name, unit_code, keys, status, low, high, told, not_reported");
    expect(all.filter((line) => line.startsWith("dose_due"))).toEqual([
      ...["dose_due 01 m ∅ 5 5 1 0", "dose_due 75 k x 10 ∅ 1 1", "dose_due 75 m x 0 ∅ 1 1"],
      ...["dose_due VN k x 10 ∅ 2 1", "dose_due VN m x 5 ∅ 2 1"],
    ]);
    expect(all.filter((line) => line.startsWith("coverage"))).toEqual([
      ...["coverage 01 l x 0 ∅ 0 1", "coverage 75 l x 3 ∅ 1 1", "coverage VN l x 3 ∅ 1 2"],
    ]);
  });

  test("a count is as little told as its least told part: does not apply, not reported, hidden, provisional, revised", async () => {
    const least = ["∅", "r", "p", "c", "x", "z"];
    for (const [at, status] of least.entries()) {
      for (const other of least.slice(0, at + 1)) {
        await db.run("delete from part_count");
        await counts(`a dose_due k persons 10 ${status} ∅`, `b dose_due k persons 10 ${other} ∅`);
        const told = at <= 2 ? "20" : "∅";
        expect([
          status,
          other,
          (await rolled("unit_code, status, value")).find((line) => line.startsWith("75")),
        ]).toEqual([...[status, other, `75 ${status} ${told}`]]);
      }
    }
  });
});
