import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateSample } from "@tiendo/sample";
import { type Measured, measured } from "./measured.ts";
import { benchFolder } from "./sample-files.ts";

const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));
const script = fileURLToPath(new URL("./clean-run.ts", import.meta.url));

interface Cleaned {
  seconds: number;
  size: { people: number; doses: number };
  quality: Array<{ way: string; found_pairs: number; right_pairs: number; true_pairs: number }>;
  subjects: { subjects: number; cleaned: number };
}

/** Cleans so many synthetic people, and a tenth of them, from rows that were read and checked before. */
export async function cleanBench(people: number): Promise<void> {
  const small = await cleanOnce(Math.round(people / 10));
  const large = await cleanOnce(people);
  console.log(`peak ${Math.round(large.run.megabytes)}`);
  console.log(`growth clean ${(large.cleaned.seconds / small.cleaned.seconds).toFixed(2)}`);
}

async function cleanOnce(people: number): Promise<{ cleaned: Cleaned; run: Measured }> {
  const report = `sample-${people}`;
  await cp(reference, join(benchFolder, "reference"), { recursive: true });
  await mkdir(join(benchFolder, "private"), { recursive: true, mode: 0o700 });
  const units = people > 2_000_000 ? ["VN"] : ["70"];
  await generateSample({ data: benchFolder, report, people, units, format: "parquet", progress: console.log });
  // Once to read and check, once to clean from what was kept.
  await measured(process.execPath, [script, benchFolder, report]);
  const run = await measured(process.execPath, [script, benchFolder, report]);
  const cleaned = JSON.parse(run.output) as Cleaned;
  say(cleaned, run);
  return { cleaned, run };
}

function say({ seconds, size, quality, subjects }: Cleaned, { megabytes }: Measured): void {
  const rate = Math.round(size.people / seconds).toLocaleString("en-GB");
  console.log(
    `clean, ${size.people} people, ${size.doses} doses: ${seconds.toFixed(2)} s, ${rate} people a second, ${Math.round(megabytes)} MB`,
  );
  for (const { way, found_pairs, right_pairs, true_pairs } of quality) {
    const [precision, recall] = [right_pairs / found_pairs, right_pairs / true_pairs].map((share) => share.toFixed(4));
    console.log(
      `  ${way}: precision ${precision} (${right_pairs}/${found_pairs}), recall ${recall} (${right_pairs}/${true_pairs})`,
    );
  }
  console.log(`  subjects ${subjects.subjects}, cleaned ${subjects.cleaned}`);
}
