import type { Edition } from "@tiendo/schema";
import { matchUnit } from "@tiendo/units";
import type { Database } from "../db.ts";

interface WrittenUnit {
  province: string | null;
  district: string | null;
  commune: string | null;
}

/** Fills `unit_match`: every place of `written_place` without a usable code, matched to a unit of the report's edition by name. */
export async function matchUnits(db: Database): Promise<void> {
  await db.run(`create or replace table unit_match (province varchar, district varchar, commune varchar, edition varchar,
    unit_code varchar, status varchar, candidates varchar)`);
  const [params] = await db.all<{ edition: Edition }>("select edition from params");
  if (params === undefined) throw new Error("params gave no row");
  const written = await db.all<WrittenUnit>(`
    select distinct province, district, commune
    from written_place, params
    where (province is not null or district is not null or commune is not null)
      and not exists (from unit where unit.edition = params.edition and unit.unit_code = written_place.commune_code)`);
  await db.append(
    "unit_match",
    written.map((place) => matchRow(params.edition, place)),
  );
}

function matchRow(edition: Edition, { province, district, commune }: WrittenUnit): Array<string | null> {
  const path = [commune, district, province].filter((part) => part !== null).join(", ");
  const match = matchUnit(edition, path, commune === null ? {} : { level: "commune" });
  const found = match.status === "found" ? match.unit.code : null;
  const others = match.status === "ambiguous" ? match.candidates : match.status === "unknown" ? match.nearest : [];
  const candidates = others.map(({ code, full_name }) => `${code} ${full_name}`).join("; ");
  return [province, district, commune, edition, found, match.status, candidates];
}
