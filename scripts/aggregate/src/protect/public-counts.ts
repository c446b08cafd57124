import type { PublishedTableName } from "@tiendo/schema";

/** What is known to hold between the counts of one row: `whole` is the sum of `parts`, and of others where `open`. */
export interface RowSum {
  whole: string;
  parts: readonly string[];
  /** Whether something is left that is not published. */
  open: boolean;
}

/** A count that is published as a rounded percentage of another. */
export interface Share {
  /** The column of the model that counts it. */
  part: string;
  of: string;
  /** It counts doses entered after more than so many days, of which the median and the 90th percentile tell too. */
  days: number;
}

/** A public table whose counts are counts of people or doses, and what a reader knows of them. */
export interface PublicCounts {
  table: PublishedTableName;
  /** Its columns beside unit and scope that tell rows apart. */
  keys: readonly string[];
  counts: readonly string[];
  sums: readonly RowSum[];
  /** Keys of which one value stands for all others together, and for more. */
  totals: Readonly<Record<string, string>>;
  /** What else is hidden where one of some counts is. */
  follow: Readonly<Record<string, readonly string[]>>;
  /** Whether a row is a unit with everything below it, and none tells of a unit's own level. */
  isWhole?: true;
  /** Where the values of its rows are in a run, if not in the model of its name. */
  model?: string;
  /** Whether there is a row only where something is counted. */
  isCounted?: true;
  /** Counts that may be below 0. */
  changes?: readonly string[];
  /** Counts up to a day, of which those of units do not add up on each day. */
  running?: readonly string[];
  shares?: Readonly<Record<string, Share>>;
  /** Counts that another table has too, of units with everything below them, and which. */
  sameAs?: Readonly<Record<string, PublishedTableName>>;
  /** Counts that only grow from one release to the next, as far as nothing is corrected; all others may rise and fall. */
  grows?: readonly string[];
}

const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched"] as const;
const classes = ["class_a", "class_b", "class_c"] as const;

/** The tables that are protected against arithmetic; a unit's row is the sum of those below it and its own level. */
export const publicCounts: readonly PublicCounts[] = [
  {
    table: "cleaning_progress",
    keys: [],
    counts: ["persons", "subjects", ...states, "cleaned", "remaining", ...classes],
    sums: [
      { whole: "persons", parts: ["subjects"], open: true },
      { whole: "subjects", parts: [...states, "cleaned"], open: false },
      { whole: "subjects", parts: ["cleaned", "remaining"], open: false },
      { whole: "subjects", parts: [...classes], open: false },
    ],
    totals: {},
    follow: { cleaned_pct: ["subjects", "cleaned"] },
    grows: ["persons", "subjects"],
  },
  {
    table: "what_blocks",
    keys: ["reason"],
    counts: ["waiting", ...classes],
    sums: [{ whole: "waiting", parts: [...classes], open: false }],
    totals: {},
    follow: {},
  },
  {
    table: "coverage",
    keys: ["age_group", "sex", "reached"],
    counts: ["persons", "unlinked"],
    sums: [{ whole: "persons", parts: ["unlinked"], open: true }],
    totals: { age_group: "all", sex: "all" },
    follow: { coverage_pct: ["persons"], unlinked_pct: ["persons", "unlinked"] },
    grows: ["persons"],
  },
  {
    table: "person_issue_count",
    keys: ["code"],
    counts: ["persons", "records"],
    sums: [{ whole: "records", parts: ["persons"], open: true }],
    totals: {},
    follow: { records: ["persons"] },
    isCounted: true,
  },
  {
    table: "dose_weekly",
    keys: ["week", "vaccine", "dose_kind"],
    counts: ["doses"],
    sums: [],
    totals: {},
    follow: {},
    isCounted: true,
  },
  { table: "dose_due", keys: ["dose_kind"], counts: ["persons"], sums: [], totals: {}, follow: {} },
  {
    table: "stock_and_due",
    keys: [],
    counts: ["persons_due", "given_28_days"],
    sums: [],
    totals: {},
    follow: { slow: ["persons_due", "given_28_days"] },
    isWhole: true,
  },
  {
    table: "entry_backlog",
    keys: [],
    counts: ["doses_in_records", "doses_dated"],
    sums: [
      { whole: "doses_in_records", parts: ["doses_dated"], open: true },
      { whole: "doses_dated", parts: ["over_1_day_pct"], open: true },
      { whole: "over_1_day_pct", parts: ["over_7_days_pct"], open: true },
      { whole: "over_7_days_pct", parts: ["over_14_days_pct"], open: true },
    ],
    totals: {},
    follow: {
      median_days: ["doses_dated"],
      ninetieth_days: ["doses_dated"],
      over_1_day_pct: ["doses_dated"],
      over_7_days_pct: ["doses_dated"],
      over_14_days_pct: ["doses_dated"],
    },
    isWhole: true,
    grows: ["doses_in_records", "doses_dated"],
    shares: {
      over_1_day_pct: { part: "over_1_day", of: "doses_dated", days: 1 },
      over_7_days_pct: { part: "over_7_days", of: "doses_dated", days: 7 },
      over_14_days_pct: { part: "over_14_days", of: "doses_dated", days: 14 },
    },
  },
  {
    table: "cleaning_daily",
    keys: ["day"],
    counts: ["newly_cleaned", "fell_back", "cleaned_to_date"],
    sums: [],
    totals: {},
    follow: {},
    isWhole: true,
    model: "day_row",
    running: ["cleaned_to_date"],
  },
  {
    table: "pace",
    keys: [],
    counts: ["remaining", "cleaned_7_days", "cleaned_28_days"],
    sums: [],
    totals: {},
    follow: {
      pace_7_days: ["cleaned_7_days"],
      pace_28_days: ["cleaned_28_days"],
      finish_on: ["remaining", "cleaned_7_days"],
    },
    isWhole: true,
    changes: ["cleaned_7_days", "cleaned_28_days"],
    sameAs: { remaining: "cleaning_progress" },
  },
];

/** Every column of a table that is a cell: counts, and percentages that stand for one. */
export function cellColumns({ counts, shares = {} }: PublicCounts): string[] {
  return [...counts, ...Object.keys(shares)];
}

/** Counts of one table that are those of another: what waits for a step is in the state before it. */
export const sameCounts: ReadonlyArray<{ reason: string; state: string }> = [
  "not_listed",
  "not_reviewed",
  "not_compared",
  "not_handed_back",
  "not_updated",
  "not_compared_again",
  "mismatched_again",
].map((reason, at) => ({ reason, state: states[at] ?? "" }));
