import type { PublishedTableName } from "@tiendo/schema";

/** What is known to hold between the counts of one row: `whole` is the sum of `parts`, and of others where `open`. */
export interface RowSum {
  whole: string;
  parts: readonly string[];
  /** Whether something is left that is not published. */
  open: boolean;
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
}

const states = ["to_list", "listed", "reviewed", "matched", "handed_back", "updated", "mismatched"] as const;
const classes = ["class_a", "class_b", "class_c"] as const;

/** The tables that are protected against arithmetic; a unit's row is the sum of those below it and its own level. */
export const publicCounts: readonly PublicCounts[] = [
  {
    table: "cleaning_progress",
    keys: [],
    counts: ["persons", "subjects", ...states, "cleaned", ...classes],
    sums: [
      { whole: "persons", parts: ["subjects"], open: true },
      { whole: "subjects", parts: [...states, "cleaned"], open: false },
      { whole: "subjects", parts: [...classes], open: false },
    ],
    totals: {},
    follow: { cleaned_pct: ["subjects", "cleaned"] },
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
  },
  {
    table: "person_issue_count",
    keys: ["code"],
    counts: ["persons", "records"],
    sums: [],
    totals: {},
    follow: { records: ["persons"] },
  },
  {
    table: "dose_weekly",
    keys: ["week", "vaccine", "dose_kind"],
    counts: ["doses"],
    sums: [],
    totals: {},
    follow: {},
  },
  { table: "dose_due", keys: ["dose_kind"], counts: ["persons"], sums: [], totals: {}, follow: {} },
];

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
