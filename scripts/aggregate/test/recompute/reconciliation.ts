import { cell, isFew, type Limits, rounded } from "./hide.ts";
import type { ReturnRow } from "./returned.ts";
import type { Recounted, Row } from "./row.ts";
import { wholeUnits } from "./tally.ts";
import type { World } from "./world.ts";

/** What is computed of a unit's subjects by a day. */
interface Computed {
  part: number | null;
  whole: number | null;
  people: number | null;
}

// Percentages are compared as whole numbers of hundred thousandths.
const SCALE = 100_000;

/** `reconciliation` of returns: each unit's latest on cleaning against people, and its percentage against its own numbers. */
export function reconciliation(world: World, progress: Recounted, daily: Recounted): Recounted {
  const latest = latestOnCleaning(world);
  const units = new Map(wholeUnits(progress.exact).map((row) => [String(row.unit_code), row]));
  const exact = latest.flatMap((row) => {
    const unit = units.get(row.unit_code);
    const computed = {
      part: unit === undefined ? null : cleanedBy(daily, row.unit_code, row.as_of),
      whole: (unit?.subjects as number | undefined) ?? null,
      people: (unit?.persons as number | undefined) ?? null,
    };
    const { subjects_cleaned: part = null, subjects_total: whole = null } = row.numbers;
    const own = { part, whole, people: null };
    return [
      claim(row, "total", "records", computed),
      claim(row, "done", "records", computed),
      claim(row, "pct", "records", computed),
      claim(row, "pct", "own_numbers", own),
    ].filter((one) => one.reported !== null);
  });
  return {
    table: "reconciliation",
    keys: ["claim", "measure", "basis"],
    exact,
    told: (row) => toldClaim(row, world.limits),
  };
}

function latestOnCleaning({ progressReturns, places, asOf }: World): ReturnRow[] {
  const rows = progressReturns
    .filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code))
    .filter(
      ({ numbers, texts }) =>
        numbers.subjects_cleaned !== null || numbers.subjects_total !== null || texts.reported_pct !== null,
    )
    .sort((one, other) => one.as_of.localeCompare(other.as_of));
  return [...new Map(rows.map((row) => [row.unit_code, row])).values()];
}

function cleanedBy({ exact }: Recounted, unit: string, day: string): number {
  const until = exact.filter((row) => row.unit_code === unit && String(row.day) <= day);
  const last = until.sort((one, other) => String(one.day).localeCompare(String(other.day))).at(-1);
  return (last?.cleaned_to_date as number | undefined) ?? 0;
}

type Measure = "total" | "done" | "pct";

function claim(row: ReturnRow, measure: Measure, basis: "records" | "own_numbers", computed: Computed): Row {
  const pct = row.texts.reported_pct?.replace(",", ".") ?? null;
  const { subjects_cleaned: done = null, subjects_total: total = null } = row.numbers;
  const reported = measure === "pct" ? (pct === null ? null : Number(pct)) : measure === "total" ? total : done;
  return {
    claim: `${row.as_of}.${row.unit_code}.progress_return`,
    source: "progress_return",
    unit_code: row.unit_code,
    indicator: "lam_sach.doi_tuong",
    day: row.as_of,
    measure,
    basis,
    reported,
    ...judged(measure, reported, pct, computed),
    reported_part: done,
    reported_whole: total,
    computed_part: computed.part,
    computed_whole: computed.whole,
    computed_people: computed.people,
  };
}

function judged(measure: Measure, reported: number | null, pct: string | null, { part, whole }: Computed): Row {
  if (measure !== "pct") {
    const computed = measure === "total" ? whole : part;
    return { computed, verdict: computed === null ? "not_computable" : computed === reported ? "agrees" : "differs" };
  }
  if (part === null || whole === null || whole === 0) return { computed: null, verdict: "not_computable" };
  // As written it stands for half a unit of its last place on either side.
  const half = (SCALE / 2) * 10 ** -(pct?.split(".")[1]?.length ?? 0);
  const gap = Math.abs(100 * SCALE * part - Math.round((reported ?? 0) * SCALE) * whole);
  return { computed: rounded(100 * part, whole, 2), verdict: gap <= half * whole ? "agrees" : "differs" };
}

function toldClaim(row: Row, limits: Limits): Row {
  const { reported_part, reported_whole, computed_part, computed_whole, computed_people, ...rest } = row as Row &
    Record<string, number | null>;
  const hides = (part: number | null, whole: number | null, people: number | null) =>
    isFew(whole, people, limits) ||
    (row.measure !== "total" && isFew(part, whole, limits)) ||
    (row.measure === "pct" && whole !== null && whole < limits.denominator);
  const ofReturn = hides(reported_part ?? null, reported_whole ?? null, null);
  const hideComputed =
    row.basis === "own_numbers"
      ? ofReturn
      : hides(computed_part ?? null, computed_whole ?? null, computed_people ?? null);
  const either = ofReturn || hideComputed;
  const absent = row.computed === null ? "z" : null;
  const difference =
    row.computed === null ? null : Math.round(100 * ((row.computed as number) - (row.reported as number))) / 100;
  return {
    ...rest,
    ...cell("reported", row.reported, ofReturn ? "c" : null),
    ...cell("computed", row.computed, hideComputed ? "c" : absent),
    ...cell("difference", difference, either ? "c" : absent),
    ...cell("verdict", row.verdict, either ? "c" : null),
  };
}
