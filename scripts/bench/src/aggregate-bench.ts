import { readdirSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateSample } from "@tiendo/sample";
import { unitsOf } from "@tiendo/units";
import { type Agreement, agreements } from "./bare-agreement.ts";
import { type Measured, measured } from "./measured.ts";
import { oneRowLess } from "./one-row-less.ts";
import { benchFolder } from "./sample-files.ts";

const reference = fileURLToPath(new URL("../../../data/reference", import.meta.url));
const script = fileURLToPath(new URL("./aggregate-run.ts", import.meta.url));
const bare = fileURLToPath(new URL("./bare-aggregate.ts", import.meta.url));
// What a synthetic person has on average, as the sample tells.
const DOSES_A_PERSON = 2.34;
// More than this is more than one province has.
const PROVINCE_PEOPLE = 2_000_000;
// From so many people on the sample is of every province; of fewer it is of fewer provinces, as densely peopled.
const COUNTRY_PEOPLE = 40_000_000;

type Seconds = Readonly<Record<string, number>>;

/** The whole walk over so many synthetic doses, and a tenth of them, against the bare work on the same Parquet. */
export async function aggregateBench(doses: number, memory: string): Promise<void> {
  const small = await walkOnce(Math.round(doses / 10), memory);
  const large = await walkOnce(doses, memory);
  console.log(`peak ${Math.round(large.megabytes)}`);
  console.log(`growth aggregate ${(large.seconds / small.seconds).toFixed(2)}`);
  console.log(`ratio aggregate ${large.ratio.toFixed(2)}`);
}

async function walkOnce(doses: number, memory: string): Promise<{ seconds: number; megabytes: number; ratio: number }> {
  const people = Math.round(doses / DOSES_A_PERSON);
  const report = await sampleReport(people);
  const folder = join(benchFolder, "private", report);
  const told = join(folder, "bare");
  await mkdir(told, { recursive: true, mode: 0o700 });
  const bareRun = await measured(process.execPath, [bare, benchFolder, report, memory, told]);
  // Without what an earlier run stored: everything is to be read.
  for (const name of ["store", "state-2022-04-26.json"]) await rm(join(folder, name), { recursive: true, force: true });
  const run = await measured(process.execPath, [script, benchFolder, report, memory]);
  if (bareRun.status + run.status === 0) sayAgreement(await agreements(told, join(folder, "models")));
  for (const { status } of [bareRun, run]) if (status !== 0) throw new Error(`${report} ended with ${status}`);
  const result = say(doses, bareRun, run);
  // In parts everything is cleaned anew; what is asked is of a province.
  if (people <= PROVINCE_PEOPLE) await sayRebuilt(report, memory);
  return result;
}

async function sayRebuilt(report: string, memory: string): Promise<void> {
  const again = await rebuilt(join(benchFolder, "private", report, "raw"), () =>
    measured(process.execPath, [script, benchFolder, report, memory]),
  );
  if (again.status !== 0) throw new Error(`${report} ended with ${again.status} when a file had changed`);
  console.log(`  again with one row less in one of its files: ${again.seconds.toFixed(2)} s`);
}

/** The walk again when one district sends its file of events with one row less. */
async function rebuilt(raw: string, walk: () => Promise<Measured>): Promise<Measured> {
  const events = readdirSync(raw).filter((name) => name.startsWith("event_"));
  return oneRowLess(join(raw, events.sort()[0] ?? ""), walk);
}

/** The provinces of so many people: one, or as many of the country's as they are of its people, far from each other. */
function provincesOf(people: number): string[] {
  if (people <= PROVINCE_PEOPLE) return ["70"];
  const all = unitsOf("2022").filter(({ level }) => level === "province");
  const step = Math.max(1, COUNTRY_PEOPLE / people);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).map(({ code }) => code);
}

/** A report of so many synthetic people, of one province or, where they are too many for one, of several or the country. */
async function sampleReport(people: number): Promise<string> {
  const report = `walk-${people}`;
  const units = provincesOf(people);
  const root = units.length > 1 ? "VN" : (units[0] ?? "");
  await cp(reference, join(benchFolder, "reference"), { recursive: true });
  await mkdir(join(benchFolder, "private"), { recursive: true, mode: 0o700 });
  await generateSample({ data: benchFolder, report, people, units, format: "parquet", progress: console.log });
  await writeFile(join(benchFolder, "reports", report, "report.json"), JSON.stringify(definition(report, root)));
  return report;
}

function definition(id: string, root: string) {
  const name = { vi: "Báo cáo để đo", en: "A report to measure" };
  return {
    id,
    title: name,
    description: name,
    publisher: { name, url: null, contact: null },
    root_unit: root,
    edition: "2022",
    as_of: "2022-04-26",
    first_as_of: "2022-04-26",
    releases: [],
    deadlines: [],
    suppress_below: 10,
    min_denominator: 20,
    languages: ["vi"],
    synthetic: true,
    sample: null,
    events: [],
    links: [],
    licence: { id: "CC-BY-4.0", title: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  };
}

/** What both computed. */
const computed = ["read", "clean", "models"] as const;

function say(doses: number, bareRun: Measured, run: Measured): { seconds: number; megabytes: number; ratio: number } {
  const [bareSeconds, seconds] = [bareRun, run].map(({ output }) => JSON.parse(output) as Seconds) as [
    Seconds,
    Seconds,
  ];
  const stages: Seconds = { ...seconds, read: (seconds.read ?? 0) + (seconds.validate ?? 0) };
  for (const [stage, took] of Object.entries(stages)) {
    const beside = bareSeconds[stage];
    if (stage !== "validate")
      console.log(`  ${stage}: ${took.toFixed(2)} s${beside === undefined ? "" : against(took, beside)}`);
  }
  const [sum, bareSum] = [sumOf(stages), sumOf(bareSeconds)];
  console.log(`  read, validate, clean and models: ${sum.toFixed(2)} s${against(sum, bareSum)}`);
  const rate = (seconds: number) => `${Math.round(doses / seconds).toLocaleString("en-GB")} doses a second`;
  // Without its start-up, and without writing down what it counted.
  const ratio = run.seconds / bareSum;
  console.log(
    `aggregate, ${doses} doses: ${run.seconds.toFixed(2)} s, ${rate(run.seconds)}, ${Math.round(run.megabytes)} MB; bare ${bareSum.toFixed(2)} s, ${rate(bareSum)}, ${Math.round(bareRun.megabytes)} MB; ratio ${ratio.toFixed(2)}`,
  );
  return { seconds: run.seconds, megabytes: run.megabytes, ratio };
}

function sumOf(seconds: Seconds): number {
  return computed.reduce((sum, stage) => sum + (seconds[stage] ?? 0), 0);
}

function against(took: number, beside: number): string {
  return `, bare ${beside.toFixed(2)} s, ratio ${(took / beside).toFixed(2)}`;
}

function sayAgreement(found: readonly Agreement[]): void {
  for (const { model, alike, bare: own, run } of found)
    console.log(`  ${model}: ${alike} rows alike, of ${own} of the bare work and ${run} of the run`);
}
