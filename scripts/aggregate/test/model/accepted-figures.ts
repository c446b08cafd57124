import type { Database } from "../../src/db.ts";
import { build } from "./units.ts";

export interface Figure {
  unit_code?: string;
  edition?: string;
  as_of?: string;
  indicator?: string;
  source?: string;
  measure_unit?: string;
  done?: number | null;
  done_qualifier?: string;
  total?: number | null;
  total_qualifier?: string;
  value?: number | null;
  value_qualifier?: string;
  reported_pct?: string | null;
}

const right = {
  ...{ unit_code: "70", edition: "2022", as_of: "2022-04-26", indicator: "lam_sach.doi_tuong", source: "Báo" },
  ...{ measure_unit: "person", done: null, done_qualifier: "exact", total: null, total_qualifier: "exact" },
  ...{ value: null, value_qualifier: "exact", reported_pct: null },
} satisfies Figure;

/** Accepted figures, each a row of a file in this order, and what is made of them. */
export async function acceptedFigures(db: Database, ...figures: Figure[]): Promise<void> {
  await db.run(`create or replace table accepted_figure (input_file varchar, record bigint, line bigint, unit_code varchar, edition varchar,
    as_of date, indicator varchar, source varchar, measure_unit varchar, done bigint, done_qualifier varchar, total bigint,
    total_qualifier varchar, value bigint, value_qualifier varchar, reported_pct varchar)`);
  for (const [at, figure] of figures.entries()) {
    const cells = Object.values({ ...right, ...figure });
    const values = cells.map((cell) => (typeof cell === "string" ? `'${cell}'` : String(cell)));
    await db.run(`insert into accepted_figure values ('f.csv', ${at + 1}, ${at + 2}, ${values.join(", ")})`);
  }
  await build(db, "figure_quantity", "figure_claim");
}
