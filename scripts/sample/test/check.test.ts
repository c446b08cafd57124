import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

const tiendo = fileURLToPath(new URL("../../../node_modules/.bin/tiendo", import.meta.url));
const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));

interface FileReport {
  file: string;
  kind: string;
  status: string;
  records_in: number;
  quarantined: number;
}

/** What the project's own check says of a folder. */
function check({ data }: Given, folders: string[], ...words: string[]): FileReport[] {
  symlinkSync(reference, join(data, "reference"));
  const asked = [
    "check",
    ...folders,
    "--data",
    data,
    "--synthetic",
    "--as-of",
    "2022-04-26",
    "--json",
    "--no-workbook",
    ...words,
  ];
  const { stdout, stderr } = spawnSync(tiendo, asked, { encoding: "utf8", maxBuffer: 100_000_000 });
  try {
    return JSON.parse(stdout).files;
  } catch (cause) {
    throw new Error(`tiendo check: ${stderr}`, { cause });
  }
}

const kindOf = (file: string) =>
  file
    .replace(/^.*\//, "")
    .replace(/^(person|dose)_.*/, "$1_record")
    .replace(/^event_.*/, "cleaning_event")
    .replace(/[.].*/, "");

describe("the project's own check", () => {
  test("recognises every file, and quarantines what was planted and nothing else", async () => {
    // Six districts in one arrival: most of the time goes by the file.
    const given = await givenSample({ people: 8000, units: ["35"], arrivals: ["2022-04-26"] });
    const files = check(given, [given.persons]);
    expect(files.length).toBeGreaterThan(20);
    for (const { file, kind, status } of files) {
      expect(kind, file).toBe(kindOf(file));
      expect(["accepted", "partially_accepted"], file).toContain(status);
    }
    const { planted } = await given.ask(
      "select count(*) as planted from record where regexp_matches(dirt, 'unit_unknown|dose_impossible')",
    );
    expect(files.reduce((sum, { quarantined }) => sum + quarantined, 0)).toBe(planted);
    const { lines } = await given.ask("select count(*) as lines from record");
    const people = files.filter(({ kind }) => kind !== "cleaning_event");
    expect(people.reduce((sum, { records_in }) => sum + records_in, 0)).toBe(lines);
  }, 300_000);

  test("accepts returns of units, and people in Parquet, in edition 2025 without districts", async () => {
    const given = await givenSample({ people: 4000, units: ["75"], edition: "2025", format: "parquet" });
    const files = check(given, [given.persons, given.units], "--edition", "2025");
    expect(files.map(({ kind }) => kind).sort()).toEqual(
      "cleaning_event dose_record indicator_return person_record person_record population progress_return stock_return".split(
        " ",
      ),
    );
    const { planted = 0 } = await given.ask(
      "select count(*) as planted from record where regexp_matches(dirt, 'unit_unknown|dose_impossible')",
    );
    expect(files.reduce((sum, { quarantined }) => sum + quarantined, 0)).toBe(planted);
  });
});
