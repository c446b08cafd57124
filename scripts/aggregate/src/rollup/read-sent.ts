import type { DuckDBValue } from "@duckdb/node-api";
import type { PublishedTableName } from "@tiendo/schema";
import { hasPeople } from "../clean/clean.ts";
import type { Database } from "../db.ts";
import { hasReturns } from "../model/models.ts";
import { ReportError } from "../report/report-error.ts";
import type { Run } from "../run.ts";
import { partCounts } from "./part-counts.ts";
import { type Part, partsOf } from "./parts.ts";
import { countedTables } from "./rolled-tables.ts";
import { readSent, type SentFolder } from "./sent-folder.ts";

/**
 * Reads the folders that other units sent, into `part` (one row a part), `part_unit` (where it is counted: in the unit of the
 * report and in the root), `part_row` (its rows as they were published) and `part_count` (their counts, one row a count).
 * @throws {ReportError} where the report has rows of its own for the same tables, which would count twice
 */
export async function readSentFolders(run: Run): Promise<void> {
  if (run.report.senders === undefined) return;
  if (hasPeople(run.files) || hasReturns(run.files))
    throw new ReportError(
      "report.json: senders: báo cáo cộng các thư mục đã công bố không được có dữ liệu về người hoặc báo cáo của riêng mình | a report that adds up published folders has no rows of people and no returns of its own; expected figures alone in raw/",
    );
  for (const part of partsOf(run.report)) {
    const sent = await readSent(run, part);
    run.sent.push(sent);
    run.say(sentence(sent));
  }
  await loadParts(run);
}

/** The tables that at least one folder has. */
export function tablesSent(sent: readonly SentFolder[]): Set<PublishedTableName> {
  return new Set(sent.flatMap(({ tables }) => [...tables.keys()]));
}

async function loadParts({ db, sent, report }: Run): Promise<void> {
  await createTables(db);
  const each = <Value>(rows: (one: SentFolder, part: string) => Value[]) =>
    sent.flatMap((one) => rows(one, keyOf(one.part)));
  await db.append(
    "part",
    each((one, part) => [partLine(one, part)]),
  );
  await db.append(
    "part_unit",
    each(({ part: { countedIn } }, part) => [
      [part, countedIn],
      [part, report.root_unit],
    ]),
  );
  await db.append(
    "part_table",
    each(({ tables }, part) => [...tables.keys()].map((table) => [part, table])),
  );
  await db.append(
    "part_row",
    each(({ tables }, part) =>
      [...tables].flatMap(([table, rows]) => rows.map((row) => [part, table, JSON.stringify(row)])),
    ),
  );
  for (const one of sent) await db.append("part_count", countLines(one));
}

async function createTables(db: Database): Promise<void> {
  await db.run(`create table part (part varchar, sender_code varchar, edition varchar, name_vi varchar, name_en varchar,
    unit_code varchar, status varchar, reason_code varchar, reason_vi varchar, reason_en varchar, report varchar,
    public_key varchar, sha256 varchar)`);
  await db.run("create table part_unit (part varchar, unit_code varchar)");
  await db.run("create table part_table (part varchar, table_name varchar)");
  await db.run("create table part_row (part varchar, table_name varchar, sent varchar)");
  // Keys are told apart by a character that none of them holds.
  await db.run(`create table part_count (part varchar, table_name varchar, keys varchar, column_name varchar, value bigint,
    status varchar, most bigint)`);
}

/** A part's name among the others: of two editions one code is two units. */
function keyOf({ unit }: Part): string {
  return `${unit.edition}/${unit.code}`;
}

function partLine({ part: { unit, countedIn, publicKey }, proven, refusal, sha256 }: SentFolder, part: string) {
  const status = proven !== null ? "added" : refusal === null ? "not_sent" : "refused";
  const reason = refusal === null ? [null, null, null] : [refusal.code, refusal.text.vi, refusal.text.en];
  return [
    ...[part, unit.code, unit.edition, unit.full_name, unit.name_en ?? unit.full_name, countedIn, status],
    ...[...reason, proven?.described.name ?? null, publicKey, sha256],
  ];
}

function countLines({ part, tables }: SentFolder): DuckDBValue[][] {
  return countedTables.flatMap((source) =>
    partCounts(source, tables.get(source.table) ?? []).map(({ keys, column, value, status, most }) => [
      ...[keyOf(part), source.table, keys.join("\u001f"), column],
      ...[big(value), status, big(most)],
    ]),
  );
}

function big(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

function sentence({ name, part: { unit, countedIn }, proven, refusal }: SentFolder): string {
  if (refusal !== null) return `${name}: ${refusal.code}: ${refusal.text.vi} | ${refusal.text.en}`;
  if (proven === null) return `${name}: ${unit.full_name}: chưa gửi | not sent`;
  const into = countedIn === unit.code ? "" : ` → ${countedIn}`;
  return `${name}: ${unit.full_name}${into}: chữ ký đúng | good signature`;
}
