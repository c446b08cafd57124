// Cleans one sample that was read before, in a process of its own, and prints what was measured as one line of JSON.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesOfSize, checkFiles, clean, kindsOfModels, Parts, partCount } from "@tiendo/aggregate";

const [data = "", report = "", memoryLimit = "8GB"] = process.argv.slice(2);
const folder = join(data, "private", report);
const rules = { asOf: "2022-04-26", edition: "2022", synthetic: true, kind: null } as const;
const places = { reference: join(data, "reference"), store: join(folder, "store"), memoryLimit };
const { db, files } = await checkFiles([join(folder, "raw")], rules, places, () => {}, kindsOfModels);

const start = performance.now();
const count = partCount(files, bytesOfSize(memoryLimit));
const parts = count === 1 ? null : new Parts(db, join(folder, "parts"), count);
await clean(db, parts);
const seconds = (performance.now() - start) / 1000;
const [size] = await db.all(
  "select (select count(*) from person)::double as people, (select count(*) from dose_given)::double as doses",
);
await db.run(`create view truth_record as from read_parquet('${join(folder, "truth", "record*.parquet")}')`);
const quality = await db.all(await readFile(new URL("../sql/pair_quality.sql", import.meta.url), "utf8"));
const subjects = await db.all(
  "select count(*)::double as subjects, count(*) filter (cleaned)::double as cleaned from subject",
);
const text = JSON.stringify({ seconds, size, quality, subjects: subjects[0] }, (_, value) =>
  typeof value === "bigint" ? Number(value) : value,
);
console.log(text);
db.close();
parts?.drop();
