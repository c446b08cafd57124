import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aggregate } from "../src/main.ts";
import type { Outcome } from "../src/run.ts";
import { Workspace } from "./workspace.ts";

let workspace: Workspace;
// A report of people as a run leaves it, and what came of the run.
let ran: Workspace;
let outcome: Outcome;
beforeAll(async () => {
  ran = await Workspace.create();
  for (const [name, text] of Object.entries({ people, doses, events })) await sendPrivately(`${name}.csv`, text);
  await sendPrivately(`${NAME}.csv`, headless);
  outcome = await run(ran);
});
afterEach(() => workspace?.remove());
afterAll(() => ran.remove());

const said: string[] = [];
const run = ({ id, data } = workspace) => aggregate(id, { data, say: (line) => said.push(line) });

// A name and a number that stand nowhere else; numbers that begin with 9 belong to nobody.
const NAME = "Hoàng Kim Yến Canary";
const NUMBER = "970184123456";
const people = `Họ và tên,Ngày sinh,Giới tính,Số CMT/CCCD,Mã xã\n${NAME},26/04/1984,1,${NUMBER},25195\n${NAME} B,31/02/1984,1,${NUMBER}7,25195\n`;

// A list without a header, whose first row is a person, and whose name is one too.
const headless = `${NAME},26/04/1984,1,${NUMBER},25195\n`;

// Doses and events of the same people: the number in a lot, the name in a facility and in the key of a record.
const doses = `full_name,birth_date,sex,id_number,commune_code,dose_number,vaccine,dose_date,lot,facility
${NAME},26/04/1984,1,${NUMBER},25195,1,Pfizer,01/09/2021,${NUMBER},Trạm ${NAME}
${NAME} C,26/04/1985,1,,25195,1,Pfizer,01/09/2031,FF2832,Trạm ${NAME}
`;
const events = `record_key,step,event_date,unit_code,result,wrong_fields
hs-${NAME},listed,12/04/2022,25195,,
hs-${NUMBER},reviewed,13/04/2022,25195,,
`;

async function sendPrivately(name: string, text: string): Promise<void> {
  await mkdir(ran.path("private", ran.id, "raw"), { recursive: true, mode: 0o700 });
  await writeFile(ran.path("private", ran.id, "raw", name), text);
}

async function textsBelow(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, "latin1")))).join("\n");
}

test("rows of people outside data/private refuse the report, which names the file and not the people", async () => {
  workspace = await Workspace.create();
  await workspace.send("people.csv", people);
  const error = await run().then(
    () => null,
    (reason: Error) => reason,
  );
  expect(error).toMatchObject({ name: "ReportError", message: expect.stringContaining("people.csv") });
  expect(error?.message).toContain("data/private/<report>/raw");
  expect(error?.message).not.toContain("Canary");
});

test("rows of people under data/private are read, and leave nothing in what is published, said or thrown", async () => {
  const { folder, rows, refused } = outcome;
  expect(refused).toMatchObject([{ file: `${NAME}.csv`, code: "FILE.HEADER_MISSING" }]);
  expect(refused[0]?.message.en).toContain("row 1 has 5 cells");
  // Of a file its name is said, since somebody has to find it, and what is in it is not.
  const told = [...said, ...refused.flatMap(({ message }) => [message.vi, message.en])].join("\n");
  expect(told.replaceAll(`${NAME}.csv`, "")).not.toMatch(/Canary|970184123456/);
  expect(rows).toMatchObject({ records_in: 42, accepted: 41, quarantined: 1 });
  const bytes = Buffer.from("Yến Canary").toString("latin1");
  const published = await textsBelow(folder);
  expect([published.includes(bytes), published.includes(NUMBER)]).toEqual([false, false]);
  // The canary is found where it may be, so that the search itself is known to work.
  expect(await textsBelow(ran.path("private"))).toContain(NUMBER);
  expect(await readdir(folder)).toContain("cleaning_progress.csv");
});

test("what is kept of people can be read by its owner alone", async () => {
  const store = ran.path("private", ran.id, "store");
  for (const name of await readdir(store))
    expect([name, (await stat(join(store, name))).mode & 0o777]).toEqual([name, 0o700]);
});

test("unchanged files are not read twice, and a changed rule reads them again", async () => {
  workspace = await ran.copy();
  said.length = 0;
  await run();
  expect(said.filter((line) => line.includes("read before"))).toHaveLength(4);
  said.length = 0;
  const list = workspace.path("reference", "vaccine_ages.csv");
  await writeFile(list, (await readFile(list, "utf8")).replace("18", "19"));
  await run();
  expect(said.filter((line) => line.includes("read before"))).toHaveLength(0);
});

test("stored rows that no file of the report has any more are removed", async () => {
  workspace = await ran.copy();
  const raw = workspace.path("private", workspace.id, "raw");
  await cp(join(raw, "people.csv"), join(raw, "more.csv"));
  await writeFile(join(raw, "people.csv"), people.replace("26/04/1984", "27/04/1984"));
  await rm(join(raw, "doses.csv"));
  await run();
  // The figures and events, the copy under its new name, and the changed file.
  expect(await readdir(workspace.path("private", workspace.id, "store"))).toHaveLength(4);
});
