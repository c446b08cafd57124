import type { Database } from "../db.ts";
import type { Run } from "../run.ts";
import { sqlFile } from "../sql-files.ts";
import { crossCheck } from "../validate/cross-checks.ts";

/** The models in the order in which they build on each other; each is `sql/<name>.sql` and becomes the table `<name>`. */
export const models = ["figure_quantity", "figure_claim", "equation", "row_account"] as const;

/** Aggregate: every model, then the checks that read models. */
export async function buildModels(run: Run): Promise<void> {
  await loadFiles(run);
  for (const name of models) await run.db.run(`create table ${name} as ${sqlFile(name).sql}`);
  await crossCheck(run.db, "checks/model");
  await closeAccounts(run.db);
}

async function loadFiles(run: Run): Promise<void> {
  await run.db.run(
    `create table file (input_file varchar, kind varchar, status varchar, reason_code varchar, reason_vi varchar, reason_en varchar)`,
  );
  await run.db.append(
    "file",
    run.files.map(({ name, kind, refusal, held }) => {
      if (refusal !== null) return [name, kind, "refused", refusal.code, refusal.text.vi, refusal.text.en];
      return held === null
        ? [name, kind, null, null, null, null]
        : [name, kind, "held", "FILE.MATCH_RATE", held.vi, held.en];
    }),
  );
}

/** @throws {Error} where a file's rows do not add up: nothing may be lost, so the run fails */
async function closeAccounts(db: Database): Promise<void> {
  const open = await db.all<{ input_file: string }>(`
    select input_file from row_account
    where records_in <> accepted + quarantined + rejected + exact_duplicates + superseded + blank
      or accepted <> kept + merged`);
  if (open.length > 0)
    throw new Error(`the account of rows does not close for ${open.map((row) => row.input_file).join(", ")}`);
}
