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

/** What a return states of an indicator: a number, as it is written, within what its qualifier allows; a part of a whole. */
interface Claim {
  source: "progress_return" | "indicator_return" | "stock_return";
  row: ReturnRow;
  indicator: string;
  measure: string;
  reported: number | null;
  text?: string | null;
  qualifier?: string | null;
  part: number | null;
  whole: number | null;
}

// Percentages are compared as whole numbers of hundred thousandths.
const SCALE = 100_000;
const cleaning = "lam_sach.doi_tuong";
const recorded = "tiem_chung.mui_ghi_nhan_he_thong";
const steps = ["listed", "reviewed", "matched", "handed_back", "updated"] as const;
const statesBefore = ["to_list", "listed", "reviewed", "matched", "handed_back"] as const;

/** `reconciliation` of returns: each unit's latest of a kind against people and doses, and against its own numbers. */
export function reconciliation(world: World, progress: Recounted, daily: Recounted, backlog: Recounted): Recounted {
  const units = new Map(wholeUnits(progress.exact).map((row) => [String(row.unit_code), row]));
  const doses = new Map(backlog.exact.map((row) => [String(row.unit_code), Number(row.doses_in_records)]));
  const byRecords = (claim: Claim): Row[] => {
    const computed = inRecords(claim, units.get(claim.row.unit_code), daily, doses, world.asOf);
    return computed === null ? [] : [lineOf(claim, "records", computed)];
  };
  const exact = [...ofProgress(world), ...ofIndicators(world)]
    .filter(({ reported }) => reported !== null)
    .flatMap((claim) => [...byRecords(claim), ...byItself(claim)]);
  const told = new Map(progress.exact.filter(isWhole).map((row) => [row.unit_code, progress.told(row)]));
  return {
    table: "reconciliation",
    keys: ["claim", "indicator", "measure", "basis"],
    exact: [...exact, ...stockLines(world)],
    told: (row) => toldClaim(row, world, isOpen(row, told.get(row.unit_code) ?? null)),
  };
}

const isWhole = ({ scope }: Row) => scope === "all";

/** Whether all is told that a count of records is made of. */
function isOpen({ basis, indicator, measure }: Row, told: Row | null): boolean {
  const step = steps.indexOf(measure as (typeof steps)[number]);
  const classes = { "lam_sach.nguoi_sai_thong_tin_co_ban": ["class_c"] } as Record<string, string[]>;
  classes["lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd"] = ["class_a", "class_b"];
  const made = step >= 0 ? ["subjects", ...statesBefore.slice(0, step + 1)] : (classes[String(indicator)] ?? []);
  return basis !== "records" || told === null || made.every((name) => told[`${name}_status`] !== "c");
}

function latestOf(rows: readonly ReturnRow[], { places, asOf }: World, keyOf: (row: ReturnRow) => string): ReturnRow[] {
  const usable = rows
    .filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code))
    .sort((one, other) => one.as_of.localeCompare(other.as_of));
  return [...new Map(usable.map((row) => [keyOf(row), row])).values()];
}

const ownStated = ["subjects_cleaned", "subjects_total", ...steps, "doses_recorded", "doses_not_entered"] as const;

function ofProgress(world: World): Claim[] {
  const stated = world.progressReturns.filter(
    ({ numbers, texts }) => ownStated.some((name) => numbers[name] !== null) || texts.reported_pct !== null,
  );
  return latestOf(stated, world, ({ unit_code }) => unit_code).flatMap((row) => {
    const number = (name: string) => row.numbers[name] ?? null;
    const [part, whole, given] = [number("subjects_cleaned"), number("subjects_total"), number("doses_given")];
    const text = row.texts.reported_pct?.replace(",", ".") ?? null;
    const own = { source: "progress_return", row, indicator: cleaning } as const;
    return [
      { ...own, measure: "total", reported: whole, part, whole },
      { ...own, measure: "done", reported: part, part, whole },
      { ...own, measure: "pct", reported: text === null ? null : Number(text), text, part, whole },
      ...steps.map((step) => ({ ...own, measure: step, reported: number(step), part: number(step), whole })),
      ...(
        [
          [recorded, "done", "doses_recorded"],
          ["tiem_chung.mui_chua_cap_nhat", "value", "doses_not_entered"],
        ] as const
      ).map(([indicator, measure, name]) => {
        const doses = number(name);
        return { ...own, indicator, measure, reported: doses, part: doses, whole: given };
      }),
    ];
  });
}

function ofIndicators(world: World): Claim[] {
  return latestOf(world.indicatorReturns, world, ({ unit_code, texts }) => `${unit_code} ${texts.indicator}`).flatMap(
    (row) => {
      const [done = null, total = null, value = null] = [row.numbers.done, row.numbers.total, row.numbers.value];
      const own = { source: "indicator_return", row, indicator: row.texts.indicator ?? "" } as const;
      const qualifier = row.texts.qualifier ?? null;
      return [
        { ...own, qualifier, measure: "total", reported: total, part: done, whole: total },
        { ...own, qualifier, measure: "done", reported: done, part: done, whole: total },
        { ...own, qualifier, measure: "value", reported: value, part: value, whole: null },
      ];
    },
  );
}

/** What people and doses tell of a claim; null where they tell nothing of what it states. */
function inRecords(
  { row, indicator, measure }: Claim,
  unit: Row | undefined,
  daily: Recounted,
  doses: ReadonlyMap<string, number>,
  asOf: string,
): Computed | null {
  const isToday = row.as_of === asOf;
  const number = (name: string) => (unit?.[name] as number | undefined) ?? null;
  const [whole, people] = [number("subjects"), number("persons")];
  if (indicator === recorded && measure === "done")
    return { part: isToday ? (doses.get(row.unit_code) ?? null) : null, whole: null, people: null };
  if (indicator === "lam_sach.nguoi_sai_thong_tin_co_ban" && measure === "value")
    return { part: number("class_c"), whole, people };
  if (indicator === "lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd" && measure === "value")
    return { part: unit === undefined ? null : Number(unit.class_a) + Number(unit.class_b), whole, people };
  if (indicator !== cleaning) return null;
  const step = steps.indexOf(measure as (typeof steps)[number]);
  if (step >= 0) {
    if (!isToday || unit === undefined) return { part: null, whole: null, people: null };
    const before = statesBefore.slice(0, step + 1).reduce((sum, state) => sum + Number(unit[state]), 0);
    return { part: (whole ?? 0) - before, whole, people };
  }
  if (!["total", "done", "pct"].includes(measure)) return null;
  return { part: unit === undefined ? null : cleanedBy(daily, row.unit_code, row.as_of), whole, people };
}

function cleanedBy({ exact }: Recounted, unit: string, day: string): number {
  const until = exact.filter((row) => row.unit_code === unit && String(row.day) <= day);
  const last = until.sort((one, other) => String(one.day).localeCompare(String(other.day))).at(-1);
  return (last?.cleaned_to_date as number | undefined) ?? 0;
}

/** A percentage against the numbers stated with it, and doses not entered against those given and recorded. */
function byItself(claim: Claim): Row[] {
  const { doses_given: given = null, doses_recorded: entered = null } = claim.row.numbers;
  if (claim.measure === "pct")
    return [lineOf(claim, "own_numbers", { part: claim.part, whole: claim.whole, people: null })];
  if (claim.indicator !== "tiem_chung.mui_chua_cap_nhat" || claim.source !== "progress_return") return [];
  const part = given === null || entered === null ? null : given - entered;
  return [lineOf(claim, "own_numbers", { part, whole: given, people: null })];
}

/** What each store's latest return says is left of a vaccine, and what its other numbers leave. */
function stockLines(world: World): Row[] {
  const { stockReturns, places, asOf } = world;
  const usable = stockReturns.filter((row) => !row.superseded && row.as_of <= asOf && places.has(row.unit_code));
  const latest = new Map<string, string>();
  for (const { unit_code, as_of } of usable) if (as_of > (latest.get(unit_code) ?? "")) latest.set(unit_code, as_of);
  const own = usable.filter(({ unit_code, as_of }) => latest.get(unit_code) === as_of);
  const whole = own.filter(({ numbers }) => Object.values(numbers).every((number) => number !== null));
  const groups = Map.groupBy(whole, ({ unit_code, texts }) => `${unit_code} ${texts.vaccine}`);
  return [...groups.values()].map((rows) => {
    const sum = (name: string) => rows.reduce((all, { numbers }) => all + Number(numbers[name]), 0);
    const [row] = rows as [ReturnRow];
    const rest = sum("opening") + sum("received") - sum("issued") - sum("used") - sum("wasted");
    const closing = sum("closing");
    const claim = {
      row,
      indicator: `vac_xin.${row.texts.vaccine}`,
      measure: "closing",
      reported: closing,
      whole: null,
    };
    const computed = { part: rest, whole: null, people: null };
    return lineOf({ ...claim, source: "stock_return", part: closing }, "own_numbers", computed);
  });
}

function lineOf(claim: Claim, basis: "records" | "own_numbers", computed: Computed): Row {
  const { source, row, indicator, measure, reported, part, whole } = claim;
  return {
    claim: `${row.as_of}.${row.unit_code}.${source}`,
    source,
    unit_code: row.unit_code,
    indicator,
    day: row.as_of,
    measure,
    basis,
    reported,
    ...judged(claim, computed),
    reported_part: part,
    reported_whole: whole,
    computed_part: computed.part,
    computed_whole: computed.whole,
    computed_people: computed.people,
  };
}

function judged(claim: Claim, { part, whole }: Computed): Row {
  const { measure, reported, text } = claim;
  if (measure !== "pct") {
    const computed = measure === "total" ? whole : part;
    return { computed, verdict: computed === null ? "not_computable" : isWithin(claim, computed) };
  }
  if (part === null || whole === null || whole === 0) return { computed: null, verdict: "not_computable" };
  // As written it stands for half a unit of its last place on either side.
  const half = (SCALE / 2) * 10 ** -(text?.split(".")[1]?.length ?? 0);
  const gap = Math.abs(100 * SCALE * part - Math.round((reported ?? 0) * SCALE) * whole);
  return { computed: rounded(100 * part, whole, 2), verdict: gap <= half * whole ? "agrees" : "differs" };
}

/** Whether a number is what its qualifier lets it be: half the place of its last digit that is not 0, up, down or both. */
function isWithin({ reported, qualifier }: Claim, computed: number): "agrees" | "differs" {
  const stated = reported ?? 0;
  const zeros = /0*$/.exec(String(stated))?.[0].length ?? 0;
  const half = stated === 0 ? 0 : 10 ** zeros / 2;
  const low = ["rounded", "approx", "at_most"].includes(qualifier ?? "") ? half : 0;
  const high = ["rounded", "approx", "at_least"].includes(qualifier ?? "") ? half : 0;
  return computed >= stated - low && computed <= stated + high ? "agrees" : "differs";
}

function toldClaim(row: Row, { limits }: World, open: boolean): Row {
  const { reported_part, reported_whole, computed_part, computed_whole, computed_people, ...rest } = row as Row &
    Record<string, number | null>;
  const ofThings = row.source === "stock_return";
  const hides = (part: number | null, whole: number | null, people: number | null) =>
    !ofThings && isHidden(row, part, whole, people, limits);
  const ofReturn = hides(reported_part ?? null, reported_whole ?? null, null);
  const few = hides(computed_part ?? null, computed_whole ?? null, computed_people ?? null);
  const hideComputed = few || (!open && row.computed !== null) || (row.basis === "own_numbers" && ofReturn);
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

function isHidden(
  { measure }: Row,
  part: number | null,
  whole: number | null,
  people: number | null,
  limits: Limits,
): boolean {
  return (
    isFew(whole, people, limits) ||
    (measure !== "total" && isFew(part, whole, limits)) ||
    (measure === "pct" && whole !== null && whole < limits.denominator)
  );
}
