import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

/** Every file of a sample by its path, with the hash of its bytes. */
function hashes({ data }: Given): Record<string, string> {
  const names = readdirSync(data, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(data, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, hashOf(join(data, name))]));
}

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

// Small blocks, so that both lanes have work.
const options = { people: 2000, peoplePerBlock: 500, arrivals: ["2022-04-19", "2022-04-26"] };
let sample: Given;
beforeAll(async () => {
  sample = await givenSample(options);
});

test("the same seed and options give the same bytes, another seed gives others", async () => {
  const once = hashes(sample);
  const again = hashes(await givenSample(options));
  const other = hashes(await givenSample({ ...options, seed: "2" }));
  expect(again).toEqual(once);
  expect(Object.keys(once).length).toBeGreaterThan(80);
  const people = Object.keys(once).filter((name) => /person_\d+.csv|person.\d+.parquet/.test(name));
  expect(people.some((name) => name.endsWith(".parquet"))).toBe(true);
  for (const name of people) expect(other[name], name).not.toBe(once[name]);
});

test("how people are cut into blocks does not change who they are", async () => {
  const names = "select string_agg(true_name || birth_date || sex, ',' order by true_person) as names from person";
  const [cut] = await sample.rows<{ names: string }>(names);
  const [whole] = await (await givenSample({ ...options, peoplePerBlock: options.people })).rows<{ names: string }>(
    names,
  );
  const [a, b] = [cut, whole].map((row) => row?.names.split(",") ?? []);
  // Only namesakes are sought inside the block.
  expect(a?.length).toBe(options.people);
  expect(a?.filter((name, at) => name !== b?.[at]).length).toBeLessThan(20);
});
