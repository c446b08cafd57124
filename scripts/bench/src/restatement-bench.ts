import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { measured } from "./measured.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const script = fileURLToPath(new URL("./restatement-run.ts", import.meta.url));

/**
 * Finds the restated values among daily full snapshots of one cumulative return.
 * @param file Parquet of such snapshots, from the project's root
 */
export async function restatementBench(file: string): Promise<void> {
  const path = resolve(root, file);
  if (!existsSync(path)) throw new Error(`${path} is not there; name the file of snapshots with --file`);
  const { seconds, megabytes, status, output } = await measured(process.execPath, [script, path]);
  if (status !== 0) throw new Error(`comparing ${path} ended with ${status}`);
  const { rows, snapshots, restated, downward } = JSON.parse(output) as Record<string, number>;
  console.log(
    `restatement, ${rows} rows, ${snapshots} snapshots: ${seconds.toFixed(2)} s, ${Math.round(megabytes)} MB`,
  );
  console.log(`restated ${restated}`);
  console.log(`downward ${downward}`);
  console.log(`peak ${Math.round(megabytes)}`);
}
