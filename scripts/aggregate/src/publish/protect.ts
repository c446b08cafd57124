import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  columnsOf,
  DEFAULT_MIN_POPULATION,
  literal,
  type PublishedTable,
  type PublishedTableName,
  publishedTables,
} from "@tiendo/schema";
import { hasPeople } from "../clean/clean.ts";
import type { Database } from "../db.ts";
import { hasReturns } from "../model/models.ts";
import { tellDays } from "../protect/days-told.ts";
import { limitDepth } from "../protect/depth.ts";
import { earlierCounts, ledgerName } from "../protect/earlier-counts.ts";
import { choicesFile, KeptChoices } from "../protect/kept-choices.ts";
import { hiddenShares, hideFromArithmetic, refuseNarrowed, withGiven } from "../protect/mask.ts";
import { hideCopies, hideRepeated } from "../protect/repeated.ts";
import { hideSmallUnits } from "../protect/small-units.ts";
import type { RunFile } from "../read/run-file.ts";
import { earlierFolders } from "../report/earlier-folders.ts";
import { refuseNarrowedSums } from "../rollup/gate.ts";
import { publishedSql, rolledNames } from "../rollup/roll-up.ts";
import type { Run } from "../run.ts";
import { sqlFile } from "../sql-files.ts";
import { refusePeople } from "./refuse-people.ts";

/** The public tables of a run: those made from rows of people, from returns or from folders are absent where there are none. */
export function publishedNames(run: Pick<Run, "files" | "report" | "sent">): PublishedTableName[] {
  const tables = Object.entries(publishedTables) as Array<[PublishedTableName, PublishedTable]>;
  const rolled = new Set(rolledNames(run));
  return tables.filter(([name, table]) => rolled.has(name) || isMade(table, run.files)).map(([name]) => name);
}

/** A table made from both is there where a report has either. */
function isMade({ fromPeople, fromReturns, fromFolders }: PublishedTable, files: readonly RunFile[]): boolean {
  if (fromFolders === true) return false;
  if (fromPeople === undefined && fromReturns === undefined) return true;
  return (fromPeople === true && hasPeople(files)) || (fromReturns === true && hasReturns(files));
}

/**
 * Protect: `sql/published_<table>.sql` for every public table; only the columns that the schema declares may leave, and no count
 * that must not be known.
 */
export async function protect(run: Run): Promise<void> {
  await run.db.run(sqlFile("too_small").sql);
  if (hasPeople(run.files)) await tellDays(run.db, run.report, await earlierFolders(run.folders, run.report.as_of));
  const names = publishedNames(run);
  // What changed is told by what is left when all is hidden.
  for (const name of names.filter((one) => one !== "revision")) await buildPublished(run, name);
  await refuseNarrowedSums(run);
  if (hasPeople(run.files)) await protectPeople(run, names);
}

/** Builds one public table. @throws {Error} where it has other columns than the schema declares */
export async function buildPublished(run: Run, name: PublishedTableName): Promise<void> {
  await run.db.run(`create table published_${name} as ${publishedSql(run, name).sql}`);
  await refuseOtherColumns(run, name);
}

// Above this share a table at a level helps nobody.
const MOST_HIDDEN = 1 / 3;

async function protectPeople({ db, report, ...run }: Run, names: readonly PublishedTableName[]): Promise<void> {
  const tables = new Set<string>(names);
  await limitDepth(db, tables, report);
  await hideSmallUnits(db, tables, report.min_population ?? DEFAULT_MIN_POPULATION);
  if (report.protection === "primary") await hideRepeated(db, tables);
  else await hideSums({ db, report, ...run }, tables);
  await hideCopies(db, tables);
  await refusePeople(
    db,
    names.filter((one) => one !== "revision"),
  );
}

/** Beside what is small, hides what sums would give back; then attacks what is left, and refuses where anything gives way. */
async function hideSums(run: Run, tables: ReadonlySet<string>): Promise<void> {
  const { db, report, folders, say } = run;
  const found = await earlierCounts(db, await earlierFolders(folders, report.as_of), folders.private);
  const { earlier, given } = await withGiven(db, tables, report.suppress_below, found);
  const kept = new KeptChoices(await choicesFile(run));
  const told = (done: number, regions: number) =>
    say(`ẩn số nhỏ: ${done}/${regions} phần | hiding small counts: ${done} of ${regions} parts`);
  const hidden = await hideFromArithmetic(db, tables, report.suppress_below, earlier, { kept, told });
  // What earlier releases have told cannot be taken back, and must not keep what is new from being told.
  const gone = given + hidden.given.size;
  if (gone > 0) say(`các kỳ trước đã để lộ | earlier releases have given away: ${gone}`);
  say("thử tính lại các số bị ẩn | trying to compute what is hidden");
  await refuseNarrowed(db, tables, report.suppress_below, earlier, hidden);
  await kept.keep();
  await writeLedger(db, folders.private, report.as_of);
  await tellShares(run, tables);
}

/** Says how much of each table is hidden at each level, and keeps it in the private folder. */
async function tellShares({ db, folders, report, say }: Run, tables: ReadonlySet<string>): Promise<void> {
  const shares = await hiddenShares(db, tables);
  for (const { table, level, cells, primary, additional } of shares) {
    const share = (primary + additional) / cells;
    const percent = (100 * share).toLocaleString("vi-VN", { maximumFractionDigits: 1 });
    const warning = share > MOST_HIDDEN ? " – quá nhiều | too much" : "";
    say(`${table}, ${level}: ẩn | hidden ${primary} + ${additional} / ${cells} (${percent}%)${warning}`);
  }
  const path = join(folders.private, `mask-${report.as_of}.json`);
  await writeFile(path, `${JSON.stringify(shares, null, 2)}\n`, { mode: 0o600 });
}

/** Why each cell is hidden, for the private folder alone: in public all hidden cells look alike. */
async function writeLedger(db: Database, folder: string, asOf: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, ledgerName(asOf));
  await db.run(`copy (from mask order by all) to ${literal(path)} (format parquet)`);
  await chmod(path, 0o600);
}

async function refuseOtherColumns(run: Run, name: PublishedTableName): Promise<void> {
  const described = await run.db.all<{ column_name: string }>(`describe published_${name}`);
  const found = described.map((row) => row.column_name).join(", ");
  const expected = columnsOf(publishedTables[name].schema)
    .map((column) => column.name)
    .join(", ");
  if (found !== expected) throw new Error(`published_${name} has the columns ${found}; expected ${expected}`);
}
