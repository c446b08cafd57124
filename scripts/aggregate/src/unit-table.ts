import { type Edition, editions, literal } from "@tiendo/schema";
import { UNIT_LEVELS, unitFile } from "@tiendo/units";
import type { Database } from "./db.ts";

const positions = UNIT_LEVELS.map((level, at) => `when ${literal(level)} then ${at}`).join(" ");

// Named rather than looked for: to find them out takes DuckDB longer than to read them.
const columns = ["code", "level", "parent_code", "type", "name", "full_name"]
  .map((name) => `${name}: 'varchar'`)
  .join(", ");

/**
 * The statement that creates `unit_listed`: every unit of every edition, as listed. DuckDB reads the lists itself, since filling
 * in fifteen thousand rows from here takes a good part of a short check.
 */
export function unitListStatement(): string {
  const lists = (Object.keys(editions) as Edition[]).map(
    (edition) => `select ${literal(edition)} as edition, * from read_csv(${literal(unitFile(edition))},
      auto_detect = false, header = true, delim = ',', quote = '', columns = {${columns}})`,
  );
  return `create table unit_listed as ${lists.join(" union all ")}`;
}

/** Creates `unit`: every unit of every edition. */
export async function loadUnits(db: Database): Promise<void> {
  await db.run(unitListStatement());
  await defineUnits(db);
}

/** Defines `unit` over what is listed; a test holds names and slugs to those of the units package. */
export async function defineUnits(db: Database): Promise<void> {
  await db.run(`create view unit as
    with latin as (
      select *, translate(strip_accents(name), 'đĐ', 'dD') as latin_name from unit_listed
    )
    select edition, code as unit_code, level, case level ${positions} end as level_position, parent_code,
      full_name as name_vi, if(level in ('country', 'province'), latin_name, full_name) as name_en,
      if(code = 'VN', '', code || '-') || regexp_replace(lower(latin_name), '[^a-z0-9]+', '-', 'g') as slug
    from latin`);
}
