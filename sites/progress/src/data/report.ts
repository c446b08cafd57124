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
import { PublishedError } from "./published-error.ts";
import { type PublishedFolder, publishedFolders, publishedRoot } from "./published-folder.ts";
import { readDataPackage, readOptionalTable, readTable } from "./published-table.ts";
import { byUnit, readUnitTables, type UnitTables } from "./unit-tables.ts";
import { type UnitTree, unitTree } from "./unit-tree.ts";

/** Everything the site knows of one report: its latest published folder, and the days of the earlier ones. */
export interface Report {
  id: string;
  as_of: string;
  earlier: string[];
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
  loaded ??= readReports(publishedRoot());
  return loaded;
}

/** Reads every report under a root. @throws {PublishedError} where a folder breaks its contract */
export function readReports(root: string): Report[] {
  const byReport = Map.groupBy(publishedFolders(root), ({ report }) => report);
  return [...byReport.values()].map(readReport);
}

function readReport([latest, ...earlier]: PublishedFolder[]): Report {
  if (latest === undefined) throw new Error("a group of published folders is empty");
  const { report: id, as_of, path } = latest;
  if (reserved.has(id)) throw new PublishedError(path, `the report is named ${id}, which is an address of the site`);
  const dataPackage = readDataPackage(path);
  if (dataPackage.tiendo.report.id !== id) throw new PublishedError(path, `report ${dataPackage.tiendo.report.id}`);
  const published = readTables(path);
  return {
    id,
    as_of,
    earlier: earlier.map((folder) => folder.as_of),
    folder: path,
    signed: existsSync(join(path, "SHA256SUMS.minisig")),
    package: dataPackage,
    ...published,
    senders: readOptionalTable(path, dataPackage, "sender"),
    tree: unitTree(published.units),
    tables: readUnitTables(path, dataPackage),
    cleaningBefore: cleaningOf(earlier[0]),
    cleaningAtThisLevel: byUnit(path, dataPackage, "cleaning_progress", "at_this_level"),
  };
}

function cleaningOf(folder: PublishedFolder | undefined): UnitTables["cleaning_progress"] {
  return folder === undefined ? new Map() : byUnit(folder.path, readDataPackage(folder.path), "cleaning_progress");
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
