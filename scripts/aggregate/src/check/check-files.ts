import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Edition, type ReportDefinition, type RowKind, rowKindNames } from "@tiendo/schema";
import type { Database } from "../db.ts";
import { closeAccounts } from "../model/models.ts";
import { buildIssueList } from "../publish/issue-list.ts";
import { isOfPeople } from "../read/checked-select.ts";
import type { ReadContext } from "../read/context.ts";
import { fileBatches } from "../read/file-batches.ts";
import { type ListedFile, listFiles } from "../read/list-files.ts";
import type { RawFile } from "../read/raw-files.ts";
import { readFiles } from "../read/read-files.ts";
import type { RunFile } from "../read/run-file.ts";
import { loadReference } from "../reference.ts";
import { rulesHash } from "../rules-hash.ts";
import { validate } from "../validate/validate.ts";
import { defineViews } from "../validate/views.ts";
import { type CheckPlaces, openForCheck } from "./check-places.ts";

/** What files are checked against when they belong to no report. */
export interface CheckRules {
  asOf: string;
  edition: Edition;
  synthetic: boolean;
  kind: RowKind | null;
}

/** Files that were checked; the database holds `row_account`, `issue_list` and the rows until it is closed. */
export interface Checked {
  db: Database;
  files: RunFile[];
}

/**
 * Reads and judges files as `aggregate` does, by themselves and against each other, without publishing anything.
 * @param wanted kinds that are read afterwards, though no file may hold any
 * @param opening the database, where it was begun before
 */
export async function checkFiles(
  paths: readonly string[],
  rules: CheckRules,
  places: CheckPlaces,
  progress: ReadContext["progress"],
  wanted: readonly RowKind[] = [],
  opening: Promise<Database> = openForCheck(places, paths),
): Promise<Checked> {
  const db = await opening;
  const report = pseudoReport(rules);
  // The rules are read from disk, and the first file is opened, while DuckDB is busy.
  const loading = prepare(db, report, places.reference, wanted);
  loading.catch(() => "thrown where it is waited for");
  const rulesRead = await rulesHash(places.reference, report);
  const context = { database: () => loading, store: places.store, rules: rulesRead, progress };
  const listed = distinct((await Promise.all(paths.map(filesAt))).flat());
  const raw = listed.map((file) => ({ ...file, personLevel: true }));
  const done = new Map<RawFile, RunFile>();
  await readFiles(context, await fileBatches(raw), rules.kind, (one, file) => done.set(one, file));
  const files = raw.flatMap((one) => done.get(one) ?? []);
  await loading;
  await validate(db, files, wanted);
  await closeAccounts(db, files);
  await buildIssueList(db, files);
  return { db, files };
}

async function prepare(
  db: Database,
  report: ReportDefinition,
  reference: string,
  wanted: readonly RowKind[],
): Promise<Database> {
  await loadReference(db, report, reference);
  // The kinds that files hold are defined as these are read; what is derived of people asks for both of theirs.
  await defineViews(db, new Set([...wanted, ...rowKindNames.filter(isOfPeople)]));
  return db;
}

/** The rules need a report's day, edition and kind of people; the rest of a definition is of no use to a check. */
function pseudoReport({ asOf, edition, synthetic }: CheckRules): ReportDefinition {
  const nobody = { vi: "-", en: "-" };
  return {
    id: "check",
    title: nobody,
    description: nobody,
    publisher: { name: nobody, url: null, contact: null },
    root_unit: "VN",
    edition,
    as_of: asOf,
    first_as_of: asOf,
    releases: [],
    deadlines: [],
    suppress_below: 10,
    min_denominator: 20,
    languages: ["vi", "en"],
    synthetic,
    sample: null,
    licence: { id: "-", title: "-", url: "https://example.org" },
    events: [],
    links: [],
  };
}

/** Each file once; where two have the same name, they are called by their whole paths. */
function distinct(listed: readonly ListedFile[]): ListedFile[] {
  const once = [...new Map(listed.map((file) => [file.path, file])).values()];
  const named = Map.groupBy(once, ({ name }) => name);
  return once.map((file) => (named.get(file.name)?.length === 1 ? file : { ...file, name: file.path }));
}

/** A folder stands for the files in it; anything else is one file, whatever it is. */
async function filesAt(path: string): Promise<ListedFile[]> {
  const kind = await stat(path).catch(() => null);
  if (kind?.isDirectory() === true) return listFiles(resolve(path));
  return [{ name: basename(path), path: resolve(path), regular: kind === null || kind.isFile() }];
}
