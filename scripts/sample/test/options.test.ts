import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { generateSample } from "../src/generate-sample.ts";
import { temporaryFolder } from "./given.ts";

const small = { people: 500, only: ["persons", "truth"] as const };
const made = (data: string, more = {}) => generateSample({ ...small, only: [...small.only], data, ...more });

test("the same options again have nothing to do, unless forced; other options write anew and leave what is not theirs", async () => {
  const data = temporaryFolder();
  expect((await made(data)).made).toBe(true);
  expect((await made(data)).made).toBe(false);
  expect((await made(data, { force: true })).made).toBe(true);
  const { persons } = await made(data);
  const own = join(persons, "2022-04-26", "danh_sach_tinh.csv");
  mkdirSync(dirname(own));
  writeFileSync(own, "của tỉnh");
  expect((await made(data, { filesBy: "province", seed: "2" })).made).toBe(true);
  expect(readFileSync(own, "utf8")).toBe("của tỉnh");
  expect(readdirSync(persons).filter((name) => name.endsWith(".csv"))).toEqual([
    "person_70.csv",
    "person_70_bo_sung.csv",
  ]);
});

test("a folder that holds somebody's files is left alone", async () => {
  const data = temporaryFolder();
  mkdirSync(join(data, "private/sample/raw"), { recursive: true });
  writeFileSync(join(data, "private/sample/raw/own.csv"), "");
  await expect(made(data)).rejects.toThrow(/own[.]csv.*expected an empty folder/);
  expect(readdirSync(join(data, "private/sample/raw"))).toEqual(["own.csv"]);
});

test("files about people and the truth are for their owner only", async () => {
  const { persons, truth } = await made(temporaryFolder());
  for (const folder of [persons, truth]) {
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  }
});

test("only what is asked for is written, and nothing of the work is left", async () => {
  const { persons, truth, units } = await made(temporaryFolder());
  expect(
    readdirSync(persons).filter((name) => !/^([.]sample[.](json|files)|person_\d+(_bo_sung)?[.]csv)$/.test(name)),
  ).toEqual([]);
  expect(readdirSync(truth).sort()).toEqual([
    ".sample.files",
    ".sample.json",
    "dose.parquet",
    "person.parquet",
    "record.parquet",
    "state.parquet",
  ]);
  expect(readdirSync(units).sort()).toEqual([".sample.files", ".sample.json"]);
});

test.each([
  [{ units: ["99"] }, /--unit: .*expected a province code of edition 2022/],
  [{ people: 0 }, /--people: .*expected a whole number/],
  [{ asOf: "26/04/2022" }, /expected a day such as 2022-04-26/],
  [{ arrivals: ["2022-04-12"] }, /--arrivals: .*expected the last one to be 2022-04-26/],
  [{ report: "../x" }, /--report: .*expected lower-case letters/],
])("%j is refused with what was found and expected", async (options, message) => {
  const data = temporaryFolder();
  await expect(generateSample({ data, ...options })).rejects.toThrow(message);
  expect(existsSync(join(data, "private"))).toBe(false);
});

test("the marker says what the folder was made by", async () => {
  const { persons } = await made(temporaryFolder());
  expect(JSON.parse(readFileSync(join(persons, ".sample.json"), "utf8"))).toMatchObject({
    options: { people: 500, units: ["70"], seed: "1" },
    complete: true,
  });
});
