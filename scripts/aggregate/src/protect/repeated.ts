import { columnsOf, identifier, type PublishedTableName, publishedTables } from "@tiendo/schema";
import type { Database } from "../db.ts";

/** Tables of units from which what `cleaning_progress` hides could be read, or be reckoned from another release. */
const repeating = ["cleaning_daily", "pace", "pace_needed"] as const satisfies readonly PublishedTableName[];

/**
 * Hides how many are cleaned, or remain, wherever it is told of a unit whose count of either is hidden: the last day of a
 * series is the number itself, and what remains is the rest. For reports in which small counts alone are hidden.
 */
export async function hideRepeated(db: Database, tables: ReadonlySet<string>): Promise<void> {
  for (const table of repeating.filter((name) => tables.has(name))) {
    await db.run(`update published_${table} set ${hiddenColumns(table)}
      where unit_code in (
        select unit_code from published_cleaning_progress
        where scope = 'all' and (cleaned_status = 'c' or subjects_status = 'c')
      )`);
  }
  if (!tables.has("cleaning_progress")) return;
  await db.run(`update published_cleaning_progress set remaining = null, remaining_status = 'c'
    where cleaned_status = 'c' or subjects_status = 'c'`);
}

/**
 * Hides what other tables repeat of hidden counts: what remains before a deadline, what a return is set against, and findings
 * that name the count. What is known of a commune on an earlier day is told by no other table, and not by this.
 */
export async function hideCopies(db: Database, tables: ReadonlySet<string>): Promise<void> {
  if (tables.has("pace_needed"))
    await db.run(`update published_pace_needed set ${hiddenColumns("pace_needed")}
      where unit_code in (select unit_code from published_pace where remaining_status = 'c')`);
  if (tables.has("reconciliation") && tables.has("cleaning_progress")) await hideComputed(db);
  if (tables.has("signals")) await dropFindings(db);
}

/** Counts of `cleaning_progress` of which those are made that have come so far in the five steps, or are of some class. */
const madeOf: ReadonlyArray<[measure: string, counts: readonly string[]]> = [
  ["listed", ["to_list"]],
  ["reviewed", ["to_list", "listed"]],
  ["matched", ["to_list", "listed", "reviewed"]],
  ["handed_back", ["to_list", "listed", "reviewed", "matched"]],
  ["updated", ["to_list", "listed", "reviewed", "matched", "handed_back"]],
];

/** What records say of the report's own day beside a claim: told where all that it is made of is told in its table. */
async function hideMade(db: Database): Promise<void> {
  const hidden = (counts: readonly string[]) => counts.map((name) => `${name}_status = 'c'`).join(" or ");
  const steps = madeOf
    .map(([measure, counts]) => `when '${measure}' then ${hidden(["subjects", ...counts])}`)
    .join(" ");
  const select = "select unit_code from";
  await db.run(`
    update published_reconciliation set ${hideColumns} where basis = 'records' and computed_status is null and case
      when indicator = 'tiem_chung.mui_ghi_nhan_he_thong'
        then unit_code not in (${select} published_entry_backlog where doses_in_records_status is null)
      when indicator = 'lam_sach.nguoi_khong_co_hoac_sai_dinh_dang_cccd'
        then unit_code not in (${select} published_cleaning_progress where scope = 'all' and not (${hidden(["class_a", "class_b"])}) is true)
      when indicator = 'lam_sach.nguoi_sai_thong_tin_co_ban'
        then unit_code not in (${select} published_cleaning_progress where scope = 'all' and not (${hidden(["class_c"])}) is true)
      when measure in ('total', 'done', 'pct') then false
      else (unit_code, measure) not in (
        select (unit_code, measure) from published_cleaning_progress, (values ${madeOf.map(([measure]) => `('${measure}')`).join(", ")}) as step (measure)
        where scope = 'all' and (case measure ${steps} end) is not true
      )
    end`);
}

const hideColumns =
  "computed = null, computed_status = 'c', difference = null, difference_status = 'c', verdict = null, verdict_status = 'c'";

/** What records say beside a return: the subjects of the report's day, and those cleaned by the return's. */
async function hideComputed(db: Database): Promise<void> {
  await db.run(`
    with hidden as (
      select unit_code, bool_or(subjects_status = 'c') as no_subjects, bool_or(cleaned_status = 'c') as no_cleaned
      from published_cleaning_progress where scope = 'all' group by unit_code
    ), series as (
      select distinct unit_code from published_cleaning_daily
    ), claimed as (
      select distinct unit_code, day from published_reconciliation where basis = 'records'
    ), judged as (
      select claimed.unit_code, claimed.day,
        if(hidden.unit_code is null, true, coalesce(no_subjects, false)) as no_subjects,
        case
          when hidden.unit_code is null then true
          when series.unit_code is null then coalesce(no_cleaned, false) or claimed.day < as_of
          else coalesce(daily.cleaned_to_date_status = 'c', false)
        end as no_cleaned
      from claimed
      left join hidden using (unit_code)
      left join series using (unit_code)
      asof left join published_cleaning_daily as daily on daily.unit_code = claimed.unit_code and daily.day <= claimed.day,
      params
    )
    update published_reconciliation as claim
    set ${hideColumns}
    from judged
    where claim.unit_code = judged.unit_code and claim.day = judged.day and claim.basis = 'records' and computed_status is null
      and indicator = 'lam_sach.doi_tuong' and measure in ('total', 'done', 'pct')
      and (measure <> 'done' and no_subjects or measure <> 'total' and no_cleaned)`);
  await hideMade(db);
}

async function dropFindings(db: Database): Promise<void> {
  await db.run(`delete from published_signals as finding where exists (
    from published_coverage as counted
    where code in ('COVERAGE.OVER_100', 'DROPOUT.NEGATIVE') and counted.unit_code = finding.unit_code and scope = 'all'
      and sex = 'all' and persons_status = 'c'
      and (code = 'COVERAGE.OVER_100' and item = concat_ws(' ', age_group, reached) or code = 'DROPOUT.NEGATIVE' and age_group = 'all'))`);
  await db.run(`delete from published_signals where code = 'HEAPING.DAY' and unit_code in (
    select unit_code from published_entry_backlog where doses_in_records_status = 'c')`);
}

/** Every column of a table that a status stands beside, as hidden. */
function hiddenColumns(table: PublishedTableName): string {
  const names = columnsOf(publishedTables[table].schema).map(({ name }) => name);
  return names
    .filter((name) => names.includes(`${name}_status`))
    .map((name) => `${identifier(name)} = null, ${identifier(`${name}_status`)} = 'c'`)
    .join(", ");
}
