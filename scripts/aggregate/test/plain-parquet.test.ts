import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { literal } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles } from "../src/check/check-files.ts";
import { Database } from "../src/db.ts";

const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));
const header = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Mã xã", "Mũi 1 Tên vắc xin", "Mũi 1 Ngày tiêm"];
const nothing = header.map(() => null);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-parquet-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Row = ReadonlyArray<string | null>;
const person: Row = ["Nguyễn Thị Ánh", "26/04/1984", "1", "970184000001", "25195", "Pfizer", "15/09/2021"];

/** The person with some cells changed, by index. */
const withCells = (...changes: Array<readonly [at: number, cell: string | null]>): Row =>
  person.map(
    (cell, at) =>
      changes.find(([index]) => index === at)?.[1] ?? (changes.some(([index]) => index === at) ? null : cell),
  );

const hostile: Row[] = [
  person,
  withCells([0, " Trần Văn\u00a0"], [3, "970084000002"]),
  withCells([0, "Lê Thị Hòa".normalize("NFD")], [3, "\u200b970184000003\t"]),
  withCells([0, 'Phạm "Tý", em'], [3, "97 0184 000004"]),
  withCells([1, "31/02/1990"], [3, "970184000005\n"]),
  withCells([5, "  "], [6, null], [3, "970184000006"]),
  withCells([6, "2022-13-01"], [3, "970184000007"], [4, "không rõ"]),
];

/** Writes rows as Parquet, of texts alone or with a column of decimals, which only the careful reader takes. */
async function parquet(name: string, rows: readonly Row[], extra = ""): Promise<string> {
  const json = join(folder, `${name}.json`);
  const path = join(folder, `${name}.parquet`);
  await writeFile(
    json,
    JSON.stringify(rows.map((cells) => Object.fromEntries(header.map((title, at) => [title, cells[at]])))),
  );
  const columns = header.map((title) => `${literal(title)}: 'varchar'`).join(", ");
  const db = await Database.open();
  await db.run(
    `copy (select *${extra} from read_json(${literal(json)}, columns = {${columns}})) to ${literal(path)} (format parquet)`,
  );
  db.close();
  return path;
}

/** What a check finds in a file: counts, every typed row and dose with its line, and every issue; and how it was read. */
async function found(path: string) {
  const rules = { asOf: "2022-04-26", edition: "2022", synthetic: true, kind: null } as const;
  const { db, files } = await checkFiles(
    [path],
    rules,
    { reference, store: `${path}-store`, memoryLimit: "1GB" },
    () => undefined,
  );
  const rows = await db.all(
    "select record, line, full_name, birth_date, sex, id_number, commune_code, issues from checked_person_record order by record",
  );
  const doses = await db.all(
    "select record, line, slot, vaccine, dose_date::varchar, issues from checked_person_dose order by all",
  );
  const issues = await db.all(
    "select record, line, column_name, code, original_value from issue_list where code <> 'FILE.HEADER_EXTRA' order by all",
  );
  const account = await db.all("select records_in, accepted, quarantined, rejected, blank from row_account");
  db.close();
  return { rows, doses, issues, account, plain: files[0]?.tables[0]?.lineOfRecordZero === 1 };
}

test("DuckDB alone finds in a Parquet file of texts what the careful reader finds", async () => {
  const plain = await found(await parquet("texts", hostile));
  const careful = await found(await parquet("decimals", hostile, ', 0.5::double as "Ghi chú khác"'));
  expect([plain.plain, careful.plain]).toEqual([true, false]);
  expect({ ...plain, plain: null }).toEqual({ ...careful, plain: null });
  expect(plain.rows).toHaveLength(hostile.length);
  expect(plain.issues).toContainEqual(expect.objectContaining({ code: "NAME.NFD", column_name: "full_name" }));
});

test("a blank record is left to the careful reader, and counted", async () => {
  const { plain, account } = await found(await parquet("blank", [person, nothing, withCells([3, "970184000009"])]));
  expect(plain).toBe(false);
  expect(account).toMatchObject([{ records_in: 3n, blank: 1n }]);
});
