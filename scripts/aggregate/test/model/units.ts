import type { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";

/** Bình Phước as of 26 April 2022 with two communes of Đồng Xoài (689) and one of Phước Long (688), and Hanoi beside it. */
export async function binhPhuoc(db: Database): Promise<void> {
  await db.run(`create table unit as from (values
    ('2022', 'VN', 'country', 0, null), ('2022', '70', 'province', 1, 'VN'), ('2022', '01', 'province', 1, 'VN'),
    ('2022', '689', 'district', 2, '70'), ('2022', '688', 'district', 2, '70'), ('2022', '25195', 'commune', 3, '689'),
    ('2022', '25198', 'commune', 3, '689'), ('2022', '25216', 'commune', 3, '688'), ('2025', '25195', 'commune', 3, '70')
  ) as unit (edition, unit_code, level, level_position, parent_code)`);
  await db.run(`create table params as
    select date '2022-04-26' as as_of, '2022' as edition, '70' as root_unit, 3 as suppress_below, 5 as min_denominator`);
  await db.run(sqlFile("too_small").sql);
  await build(db, "unit_path", "unit_scope");
}

/** Builds models, again where they are there. */
export async function build(db: Database, ...names: string[]): Promise<void> {
  for (const name of names) await db.run(`create or replace table ${name} as ${sqlFile(name).sql}`);
}
