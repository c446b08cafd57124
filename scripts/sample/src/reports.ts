import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ReportDefinition } from "@tiendo/schema";
import { generateSample } from "./generate-sample.ts";
import { SampleError, type SampleOptions } from "./options.ts";

const data = fileURLToPath(new URL("../../../data", import.meta.url));

/** The definitions of synthetic reports that say how their data is made; a definition that cannot be read is left to the walk. */
function definitions(): ReportDefinition[] {
  const folder = join(data, "reports");
  return readdirSync(folder).flatMap((id) => {
    try {
      const report = ReportDefinition.parse(JSON.parse(readFileSync(join(folder, id, "report.json"), "utf8")));
      return report.synthetic && report.sample !== null ? [report] : [];
    } catch {
      return [];
    }
  });
}

function optionsOf({ id, edition, as_of, releases, root_unit, sample }: ReportDefinition): Partial<SampleOptions> {
  return {
    data,
    report: id,
    edition,
    asOf: as_of,
    arrivals: releases.length === 0 ? [] : [...releases, as_of],
    units: [root_unit],
    people: sample?.people ?? null,
    seed: sample?.seed ?? "1",
    // Few files are read sooner than many; the model report's people in two blocks are one for each lane.
    filesBy: "province",
    peoplePerBlock: 150_000,
    // As the platform hands its records out: a third of the time of CSV to read, whose forms carry an order number.
    format: "parquet",
    progress: (line) => console.log(`  ${line}`),
  };
}

for (const report of definitions()) {
  try {
    console.log(`${report.id}: dữ liệu mô phỏng | synthetic data`);
    const { made } = await generateSample(optionsOf(report));
    console.log(made ? "  đã tạo | made" : "  đã có | there already");
  } catch (error) {
    if (!(error instanceof SampleError)) throw error;
    console.error(`  ${error.message}`);
    process.exitCode = 2;
  }
}
