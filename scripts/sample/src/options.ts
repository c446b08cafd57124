import type { Edition } from "@tiendo/schema";

/** The kinds of files that can be asked for one by one. */
export const sampleParts = ["persons", "doses", "events", "returns", "truth"] as const;
export type SamplePart = (typeof sampleParts)[number];

/** What `generateSample` is to make. The same options give the same bytes. */
export interface SampleOptions {
  /** People with records, over all units; null: what calibrates the units. */
  people: number | null;
  /** Province codes of the edition, or VN. */
  units: string[];
  edition: Edition;
  seed: string;
  /** ISO day up to which the world is known. */
  asOf: string;
  /** ISO days on which files arrive; empty: one arrival at `asOf`, written directly below raw/. */
  arrivals: string[];
  format: "csv" | "parquet";
  /** Files of a district each, or of a province: fewer, longer ones are read faster. In edition 2025, or of more than three
   * provinces, files are of a province anyway. */
  filesBy: "district" | "province";
  dirt: "certain" | "all";
  /** Which files to write; by default all. */
  only: SamplePart[];
  /** The report whose folders are written. */
  report: string;
  /** The data folder: `private/<report>` and `reports/<report>` lie below it. */
  data: string;
  /** Make it again though it is there. */
  force: boolean;
  /** Memory limit of DuckDB, such as "2GB". */
  memory: string;
  /** People in a block, and at most in a file; a block must fit in memory several times over. */
  peoplePerBlock: number;
  /** Told of each step, for a line on the screen. */
  progress: (line: string) => void;
}

const projectData = new URL("../../../data", import.meta.url).pathname;

export const defaultOptions: SampleOptions = {
  people: null,
  units: ["70"],
  edition: "2022",
  seed: "1",
  asOf: "2022-04-26",
  arrivals: [],
  format: "csv",
  filesBy: "district",
  dirt: "all",
  only: [...sampleParts],
  report: "sample",
  data: projectData,
  force: false,
  memory: "2GB",
  peoplePerBlock: 250_000,
  progress: () => {},
};

/** Options that were asked for and cannot be: said in both languages. */
export class SampleError extends Error {
  override name = "SampleError";
}
