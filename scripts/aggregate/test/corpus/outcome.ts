import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFiles } from "../../src/check/check-files.ts";
import { type FileReport, fileReports } from "../../src/check/file-report.ts";
import type { Database } from "../../src/db.ts";
import type { Case, Expected } from "./case.ts";
import type { Place } from "./place.ts";

const reference = fileURLToPath(new URL("../../../../data/reference", import.meta.url));

/** A case and where its files lie. */
export interface Placed {
  one: Case;
  place: Place;
}

/** What a pool of cases came to. */
export interface PoolOutcome {
  /** By the case's number, in the order of the names of its files. */
  tables: Map<string, Expected[]>;
  /** Files whose account of rows does not close, or does not agree with the list of issues. */
  broken: unknown[];
}

/** Checks the files of several cases in one run. */
export async function outcomeOf(root: string, pool: readonly Placed[]): Promise<PoolOutcome> {
  const paths: string[] = [];
  for (const { one, place } of pool) paths.push(...[await one.make(place)].flat());
  const rules = { asOf: "2022-04-26", edition: "2022" as const, synthetic: false, kind: null, ...pool[0]?.one.rules };
  const places = { reference, store: join(root, "store"), memoryLimit: "1GB" };
  const { db } = await checkFiles(paths, rules, places, () => undefined);
  try {
    const found = await issuesByFile(db);
    const reports = await fileReports(db);
    const tables = reports.map(
      (report) =>
        [/(?:^|\/)(\d{3})-[^/]*$/.exec(report.file)?.[1] ?? report.file.slice(0, 3), tableOf(report, found)] as const,
    );
    const grouped = Map.groupBy(tables, ([number]) => number);
    return {
      tables: new Map([...grouped].map(([number, list]) => [number, list.map(([, table]) => table)])),
      broken: await brokenAccounts(db),
    };
  } finally {
    db.close();
  }
}

const counts = [
  "records_in",
  "accepted",
  "quarantined",
  "rejected",
  "exact_duplicates",
  "superseded",
  "blank",
] as const;

function tableOf(report: FileReport, found: ReadonlyMap<string, string[]>): Expected {
  const { file, status, kind, reason_code } = report;
  const account = Object.fromEntries(counts.filter((name) => report[name] !== 0).map((name) => [name, report[name]]));
  return {
    status,
    ...(reason_code === null ? {} : { reason: reason_code as NonNullable<Expected["reason"]> }),
    ...(kind === null ? {} : { kind }),
    account,
    issues: found.get(file) ?? [],
  };
}

// Past this many issues they are counted by code.
const LISTED = 60;

async function issuesByFile(db: Database): Promise<Map<string, string[]>> {
  const rows = await db.all<{ input_file: string; listed: string[]; counted: string[] }>(`
    with one as (
      select distinct input_file, record, code, upper(replace(effect, 'to_clean', 'c')[1]) as letter from issue_list
    ), many as (
      select input_file, '× ' || count(*) || ' ' || letter || ' ' || code as text from one group by input_file, letter, code
    )
    select input_file, list(record || ' ' || letter || ' ' || code order by record, code) as listed,
      (select list(text order by text) from many where many.input_file = one.input_file) as counted
    from one group by input_file`);
  return new Map(
    rows.map(({ input_file, listed, counted }) => [input_file, listed.length > LISTED ? counted : listed]),
  );
}

/** Every row is accounted for once, and what is not accepted has its reason in the list of issues. */
function brokenAccounts(db: Database): Promise<unknown[]> {
  return db.all(`
    with issued as (
      select input_file,
        count(distinct record) filter (code in ('LINE.REJECTED', 'FILE.CELL_TOO_LARGE')) as rejected,
        count(distinct record) filter (code = 'DUPLICATE.LINE') as exact_duplicates,
        count(distinct record) filter (code = 'ROW.SUPERSEDED') as superseded
      from issue_list group by input_file
    ), unusable as (
      select issue.input_file, count(distinct issue.record) as quarantined
      from issue_list as issue
      join row_account as account using (input_file)
      anti join (select input_file, record from issue_list where code = 'ROW.SUPERSEDED') as gone
        on gone.input_file = issue.input_file and gone.record = issue.record
      where effect = 'quarantine' and code not in ('LINE.REJECTED', 'FILE.CELL_TOO_LARGE') and issue.record > 0
        and not (kind = 'person_record' and regexp_matches(column_name, '^dose_[0-9]+_'))
      group by issue.input_file
    )
    select account.*
    from row_account as account
    left join issued using (input_file)
    left join unusable using (input_file)
    where records_in <> accepted + account.quarantined + account.rejected + account.exact_duplicates + account.superseded + blank
      or account.rejected <> coalesce(issued.rejected, 0)
      or account.exact_duplicates <> coalesce(issued.exact_duplicates, 0)
      or account.superseded <> coalesce(issued.superseded, 0)
      -- A file that is held is quarantined whole.
      or (status <> 'held' and account.quarantined <> coalesce(unusable.quarantined, 0))
      or (status = 'held' and accepted <> 0)
      or (status in ('accepted', 'partially_accepted') and records_in = 0)
      or account.input_file in (select input_file from row_account group by input_file having count(*) > 1)`);
}
