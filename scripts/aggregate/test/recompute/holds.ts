import { existsSync } from "node:fs";
import type { Workspace } from "../workspace.ts";
import { differences, type Recounted, type Row } from "./row.ts";
import { objects } from "./sources.ts";

// What stands beside the numbers: texts of the catalogue of issues.
const texts = ["message_vi", "message_en", "fix_vi", "fix_en"];

/**
 * What is not as it was counted again, at most ten of a kind: in the table as the analyst has it, every number of it, and in
 * the one that is published, every number and why there is none.
 */
export async function notAsRecounted(workspace: Workspace, asOf: string, recounted: Recounted): Promise<string[]> {
  const { table, keys, publicKeys = keys, exact, told, perhaps = [] } = recounted;
  const published = await workspace.published<Row>(table, asOf);
  const nameOf = (row: Row) => publicKeys.map((key) => row[key]).join(" ");
  const names = new Set(published.map(nameOf));
  const rows = [...exact, ...perhaps.filter((row) => names.has(nameOf(row)))];
  const expected = rows.map(told).filter((row) => row !== null);
  const unseen = Object.keys(published[0] ?? {}).filter(
    (name) => !texts.includes(name) && !(name in (expected[0] ?? {})),
  );
  return [
    ...(await modelDiffers(workspace, recounted)),
    ...differences(published, expected, publicKeys).map((one) => `published: ${one}`),
    ...unseen.map((column) => `published: nothing says what ${column} should be`),
  ];
}

async function modelDiffers(workspace: Workspace, { table, keys, exact }: Recounted): Promise<string[]> {
  const paths = ["models", "clean"].map((folder) =>
    workspace.path("private", workspace.id, folder, `${table}.parquet`),
  );
  const path = paths.find((one) => existsSync(one));
  if (path === undefined) return [];
  const rows = await objects<Row>(path);
  return differences(
    rows,
    exact.map((row) => within(row, rows[0] ?? row)),
    keys,
  );
}

/** What a row says of the columns of another. */
const within = (row: Row, other: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => name in other));
