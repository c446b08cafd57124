import { existsSync } from "node:fs";
import { join } from "node:path";
import type {
  DataPackage,
  Indicator,
  IssueCount,
  PublishedEquation,
  PublishedFigure,
  PublishedSender,
  PublishedUnit,
  RowAccount,
} from "@tiendo/schema";
import { ownPart } from "./part.ts";
import { PublishedError } from "./published-error.ts";
import { type PublishedFolder, publishedFolders, publishedRoot } from "./published-folder.ts";
import { readDataPackage, readOptionalTable, readTable } from "./published-table.ts";
import { byUnit, readUnitTables, type UnitTables, withoutCommunes } from "./unit-tables.ts";
import { type UnitTree, unitTree } from "./unit-tree.ts";

/**
 * Which pages a report's numbers are shown on: those that always show the newest, or the permanent ones of a release,
 * which is the newest or an earlier one.
 */
export type Shown = "now" | "newest_release" | "earlier_release";

/** An earlier release that this version cannot read: it is listed, and its files stay. */
export interface UnreadableRelease {
  as_of: string;
  folder: string;
  /** What stands in the way, for those who build the site. */
  reason: string;
}

/** Everything the site knows of one report: one of its published folders, and the days of the earlier ones. */
export interface Report {
  id: string;
  as_of: string;
  /** Address of its pages, relative to the language's front page: `vietnam-2022`, or `vietnam-2022/ky/2022-09-01`. */
  root: string;
  shown: Shown;
  earlier: string[];
  /** Earlier releases that this version of the site cannot read; none of a release itself. */
  unreadable: readonly UnreadableRelease[];
  /** Its releases as their permanent pages show them, the newest first; none of a release itself. */
  releases: readonly Report[];
  folder: string;
  signed: boolean;
  package: DataPackage;
  figures: PublishedFigure[];
  indicators: Indicator[];
  units: PublishedUnit[];
  equations: PublishedEquation[];
  accounts: RowAccount[];
  issues: IssueCount[];
  /** The units whose folders the report adds up; none where it is made of its own rows. */
  senders: PublishedSender[];
  /** The same in the release before, by unit. */
  cleaningBefore: UnitTables["cleaning_progress"];
  /** The progress of people of whom no lower unit is known, by unit. */
  cleaningAtThisLevel: UnitTables["cleaning_progress"];
  tree: UnitTree;
  /** The tables that pages look up by unit. */
  tables: UnitTables;
}

// Addresses of the site's own pages, which a report's id would hide.
const reserved = new Set(["en", "so-do", "404", "tai-nguyen"]);
let loaded: Report[] | undefined;

/** Every report that has a published folder, by id. Read once a build. */
export function reports(): Report[] {
  if (loaded === undefined) {
    loaded = readReports(publishedRoot());
    tellUnreadable(loaded);
  }
  return loaded;
}

/** Says in the build's log which earlier releases cannot be read, and why: their pages are not drawn again. */
function tellUnreadable(all: readonly Report[]): void {
  // Of several processes that share the pages the first says it.
  if (ownPart([true]).length === 0) return;
  for (const { reason } of all.flatMap(({ unreadable }) => unreadable))
    console.warn(`not readable by this version, its files alone are kept | không đọc được, chỉ giữ các tệp: ${reason}`);
}

/** Reads every report under a root. @throws {PublishedError} where a folder breaks its contract */
export function readReports(root: string): Report[] {
  const byReport = Map.groupBy(publishedFolders(root), ({ report }) => report);
  return [...byReport.values()].map(readReport);
}

/** The latest folder as the report's own pages show it, with every folder as its permanent pages do. */
function readReport([newest, ...others]: readonly PublishedFolder[]): Report {
  if (newest === undefined) throw new Error("a group of published folders is empty");
  const unreadable: UnreadableRelease[] = [];
  const earlier: Report[] = [];
  // The earliest first, since each is compared with the one before.
  for (const folder of others.toReversed()) {
    const release = readEarlier(folder, earlier);
    if ("reason" in release) unreadable.unshift(release);
    else earlier.unshift(kept(release));
  }
  const latest = readFolder(newest, earlier);
  const releases: Report[] = [{ ...latest, shown: "newest_release" }, ...earlier];
  return { ...latest, root: latest.id, shown: "now", releases, unreadable };
}

/** An earlier release, or why it cannot be read: its contract may be older than this version, and it must not be changed. */
function readEarlier(folder: PublishedFolder, before: readonly Report[]): Report | UnreadableRelease {
  try {
    return readFolder(folder, before);
  } catch (error) {
    if (!(error instanceof PublishedError)) throw error;
    return { as_of: folder.as_of, folder: folder.path, reason: error.message };
  }
}

/** An earlier release with what its pages show. */
function kept(release: Report): Report {
  const isCommune = (code: string) => release.tree.byCode.get(code)?.level === "commune";
  return { ...release, tables: withoutCommunes(release.tables, isCommune) };
}

function readFolder({ report: id, as_of, path }: PublishedFolder, before: readonly Report[]): Report {
  if (reserved.has(id)) throw new PublishedError(path, `the report is named ${id}, which is an address of the site`);
  const dataPackage = readDataPackage(path);
  if (dataPackage.tiendo.report.id !== id) throw new PublishedError(path, `report ${dataPackage.tiendo.report.id}`);
  const published = readTables(path);
  return {
    id,
    as_of,
    root: `${id}/ky/${as_of}`,
    shown: "earlier_release",
    earlier: before.map((one) => one.as_of),
    releases: [],
    unreadable: [],
    folder: path,
    signed: existsSync(join(path, "SHA256SUMS.minisig")),
    package: dataPackage,
    ...published,
    senders: readOptionalTable(path, dataPackage, "sender"),
    tree: unitTree(published.units),
    tables: readUnitTables(path, dataPackage),
    cleaningBefore: before[0]?.tables.cleaning_progress ?? new Map(),
    cleaningAtThisLevel: byUnit(path, dataPackage, "cleaning_progress", "at_this_level"),
  };
}

function readTables(path: string) {
  return {
    figures: readTable(path, "figure"),
    indicators: readTable(path, "indicator").sort((a, b) => a.position - b.position),
    units: readTable(path, "unit"),
    equations: readTable(path, "equation"),
    accounts: readTable(path, "row_account"),
    issues: readTable(path, "issue_count"),
  };
}

/** Whether a report tells of doses or vaccine. */
export function hasVaccines({ tables }: Report): boolean {
  return tables.stock_and_due.size > 0 || tables.coverage.size > 0;
}

/** Whether a report takes returns of units, which may be sent again. */
export function hasReturns({ tables }: Report): boolean {
  return tables.return_completeness.size > 0 || tables.restatement.size > 0;
}
