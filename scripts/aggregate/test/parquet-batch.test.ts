import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { literal } from "@tiendo/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles } from "../src/check/check-files.ts";
import { Database } from "../src/db.ts";

const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));
const rules = { asOf: "2022-04-26", edition: "2022", synthetic: true, kind: null } as const;
const header = ["Họ và tên", "Ngày sinh", "Giới tính", "Số CMT/CCCD", "Mã xã", "Mũi 1 Tên vắc xin", "Mũi 1 Ngày tiêm"];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tiendo-together-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Row = ReadonlyArray<string | null>;

/** The nth person of a file, with a name of their own. */
const person = (file: number, nth: number, name = "Nguyễn Thị Ánh"): Row => [
  name,
  "26/04/1984",
  "1",
  `97018400${file}${nth}01`.slice(0, 12),
  nth === 2 ? "không rõ" : "25195",
  "Pfizer",
  nth === 1 ? "2022-13-01" : "15/09/2021",
];

async function parquet(place: string, name: string, rows: readonly Row[], extra = ""): Promise<string> {
  const [json, path] = [join(folder, `${place}-${name}.json`), join(folder, place, `${name}.parquet`)];
  await mkdir(join(folder, place), { recursive: true });
  const record = (cells: Row) => Object.fromEntries(header.map((title, at) => [title, cells[at]]));
  await writeFile(json, JSON.stringify(rows.map(record)));
  const columns = header.map((title) => `${literal(title)}: 'varchar'`).join(", ");
  const db = await Database.open();
  await db.run(`copy (select *${extra} from read_json(${literal(json)}, columns = {${columns}}))
    to ${literal(path)} (format parquet)`);
  db.close();
  return path;
}

/** What a check finds of each file by its name: its rows, doses, issues and account, or why it is refused. */
async function found(paths: readonly string[], store: string) {
  const places = { reference, store: join(folder, store), memoryLimit: "1GB" };
  const { db, files } = await checkFiles(paths, rules, places, () => undefined);
  const rows = await db.all(`select input_file, record, line, full_name, birth_date, id_number, commune_code, issues
    from checked_person_record order by input_file, record`);
  const doses = await db.all(`select input_file, record, line, slot, vaccine, dose_date::varchar as dose_date
    from checked_person_dose order by input_file, record, slot`);
  const issues = await db.all(
    `select input_file, record, line, column_name, code, original_value from issue_list order by all`,
  );
  const accounts = await db.all("select * from row_account order by all");
  db.close();
  const told = files.map(({ name, sha256, refusal, tables }) => {
    const own = (list: Array<Record<string, unknown>>) => list.filter((row) => row.input_file === name);
    const stored = tables.map((table) => table.stored);
    const [ownRows, ownDoses] = [own(rows as never), own(doses as never)];
    return {
      name,
      sha256,
      refusal: refusal?.text,
      stored,
      ownRows,
      ownDoses,
      issues: own(issues as never),
      accounts: own(accounts as never),
    };
  });
  return {
    told,
    together: files.filter(({ tables }) => tables[0]?.nth !== null && tables.length > 0).map(({ name }) => name),
    files,
  };
}

/** Files of one shape, and others that only the reader of single files can sort out. */
async function hostileFolder(place: string): Promise<string[]> {
  const good = await Promise.all(
    [1, 2, 3].map((file) =>
      parquet(
        place,
        `good-${file}`,
        [0, 1, 2].map((nth) => person(file, nth)),
      ),
    ),
  );
  const nfd = await parquet(place, "good-nfd", [
    person(4, 0, "Lê Thị Hòa".normalize("NFD")),
    person(4, 1, " Trần An "),
  ]);
  const blank = await parquet(place, "odd-blank", [person(5, 0), header.map(() => null), person(5, 2)]);
  const none = await parquet(place, "odd-none", []);
  const wider = await parquet(place, "odd-wider", [person(6, 0)], ', 0.5::double as "Ghi chú khác"');
  const again = await parquet(place, "odd-header", [header, person(7, 1)]);
  const cut = await parquet(place, "odd-cut", [person(8, 0)]);
  await truncate(cut, 200);
  const torn = await parquet(
    place,
    "odd-torn",
    Array.from({ length: 400 }, (_, nth) => person(9, 0, `Nguyễn ${nth}`)),
  );
  const bytes = await readFile(torn);
  await writeFile(torn, bytes.fill(0xff, 8, 400));
  return [...good, nfd, blank, none, wider, again, cut, torn];
}

test("what is found in files that one statement reads is what is found in each alone, hostile ones beside them", async () => {
  const paths = await hostileFolder("hostile");
  const together = await found([join(folder, "hostile")], "store-together");
  const alone = (await Promise.all(paths.map((path, at) => found([path], `store-${at}`)))).flatMap(({ told }) => told);
  expect(together.together).toEqual(["good-1.parquet", "good-2.parquet", "good-3.parquet", "good-nfd.parquet"]);
  for (const one of alone) expect(together.told.find(({ name }) => name === one.name)).toEqual(one);
  expect(alone.flatMap(({ name, refusal }) => (refusal === undefined ? [] : [name]))).toEqual([
    "odd-none.parquet",
    "odd-cut.parquet",
    "odd-torn.parquet",
  ]);
});

test("of files that were read together only the one that changed is read again, and what is gone leaves no row", async () => {
  const place = join(folder, "changed");
  for (const file of [1, 2, 3])
    await parquet(
      "changed",
      `commune-${file}`,
      [0, 1, 2].map((nth) => person(file, nth)),
    );
  const first = await found([place], "store-changed");
  expect(first.together).toHaveLength(3);
  await parquet("changed", "commune-2", [person(7, 0)]);
  await rm(join(place, "commune-3.parquet"));
  const second = await found([place], "store-changed");
  expect(second.files.map(({ name, earlier }) => [name, earlier])).toEqual([
    ["commune-1.parquet", true],
    ["commune-2.parquet", false],
  ]);
  expect(second.told[0]).toEqual(first.told[0]);
  expect(second.told[1]?.ownRows).toMatchObject([{ record: 1n, line: 2n, id_number: "970184007001" }]);
  expect(second.told.flatMap(({ ownDoses }) => ownDoses)).toHaveLength(4);
});

test("a file whose rows went with the folder they shared is read again", async () => {
  const place = join(folder, "lost");
  for (const file of [1, 2]) await parquet("lost", `commune-${file}`, [person(file, 0)]);
  await found([place], "store-lost");
  const store = join(folder, "store-lost");
  for (const name of (await readdir(store)).filter((one) => one.startsWith("together-")))
    await rm(join(store, name), { recursive: true });
  const { files, told } = await found([place], "store-lost");
  expect(files.map(({ earlier }) => earlier)).toEqual([false, false]);
  expect(told.map(({ ownRows }) => ownRows.length)).toEqual([1, 1]);
});
