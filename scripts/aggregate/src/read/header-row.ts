import { type Column, columnsOf, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";
import { type DoseHeader, doseHeader } from "./dose-group.ts";
import type { DosePlaces, HeaderNote } from "./header.ts";
import { headerKey } from "./header-key.ts";

/** One or two rows of texts read as a header of one kind: what was recognised, and what was not. */
export interface HeaderReading {
  kind: RowKind;
  places: Map<string, number>;
  doses: DosePlaces[];
  order: number | null;
  notes: HeaderNote[];
  /** Texts that stand for a column, dose groups included. */
  recognised: number;
  missing: string[];
  repeated: string | null;
}

// Columns that the form or a returned workbook adds, and that are no data.
const furniture = new Set([
  "stt",
  "tt",
  "kết quả import",
  "mã vấn đề",
  "hệ quả",
  "giải thích và cách sửa",
  "no.",
  "issue code",
  "effect",
  "explanation",
]);
const orderNames = new Set(["stt", "tt", "no."]);

/** Reads header texts as those of a kind; every name, title and synonym of its columns is known. */
export function readHeader(kind: RowKind, texts: ReadonlyArray<string | null>): HeaderReading {
  const columns = columnsOf(rowKinds[kind].schema);
  const names = namesOfKind(kind);
  const reading: HeaderReading = {
    kind,
    places: new Map(),
    doses: [],
    order: null,
    notes: [],
    recognised: 0,
    missing: [],
    repeated: null,
  };
  const groups = new Map<string, Map<string, number>>();
  for (const [index, text] of texts.entries()) {
    if (text !== null) placeText(reading, groups, names, text, index);
  }
  reading.doses = kind === "person_record" ? slotsOf(groups) : [];
  reading.missing = columns
    .filter((column) => !column.nullable && !reading.places.has(column.name))
    .map(({ name }) => name);
  return reading;
}

function namesOf(columns: readonly Column[]): Map<string, string> {
  const pairs = columns.flatMap(({ name, meta }) =>
    [name, meta.title.vi, meta.title.en, `${meta.title.vi} / ${meta.title.en}`, ...(meta.synonyms ?? [])].map(
      (text) => [headerKey(text), name] as const,
    ),
  );
  // The first column that claims a name keeps it: names come before synonyms of later columns.
  return new Map(pairs.reverse());
}

const kindNames = new Map<RowKind, Map<string, string>>();

/** Every row at the top of a file is read as a header of every kind, so the names are worked out once. */
function namesOfKind(kind: RowKind): Map<string, string> {
  const names = kindNames.get(kind) ?? namesOf(columnsOf(rowKinds[kind].schema));
  kindNames.set(kind, names);
  return names;
}

const doseNames = namesOf(columnsOf(PersonDose));

function placeText(
  reading: HeaderReading,
  groups: Map<string, Map<string, number>>,
  names: ReadonlyMap<string, string>,
  text: string,
  index: number,
): void {
  const key = headerKey(text);
  const dose = reading.kind === "person_record" ? doseHeader(text) : null;
  if (orderNames.has(key)) reading.order = index;
  if (furniture.has(key)) return;
  const column = names.get(key);
  if (dose !== null && placeDose(reading, groups, dose, index)) return;
  if (column === undefined) reading.notes.push({ code: "FILE.HEADER_EXTRA", column: text, found: text, expected: "" });
  else placeColumn(reading, column, text, index);
}

function placeColumn(reading: HeaderReading, column: string, text: string, index: number): void {
  if (reading.places.has(column)) reading.repeated ??= text;
  else {
    reading.places.set(column, index);
    reading.recognised += 1;
  }
  const named = headerKey(text) === headerKey(column);
  if (!named && !isTitle(reading.kind, column, text))
    reading.notes.push({ code: "FILE.HEADER_ALIAS", column, found: text, expected: column });
}

function isTitle(kind: RowKind, name: string, text: string): boolean {
  const title = columnsOf(rowKinds[kind].schema).find((one) => one.name === name)?.meta.title;
  if (title === undefined) return false;
  return [title.vi, title.en, `${title.vi} / ${title.en}`].some((one) => headerKey(one) === headerKey(text));
}

/** "M1" alone is the date of dose 1. */
function placeDose(
  reading: HeaderReading,
  groups: Map<string, Map<string, number>>,
  dose: DoseHeader,
  index: number,
): boolean {
  const column = dose.rest === "" ? "dose_date" : doseNames.get(dose.rest);
  if (column === undefined) return false;
  const label = dose.number === null ? dose.label : String(dose.number);
  const places = groups.get(label) ?? new Map<string, number>();
  if (places.has(column)) reading.repeated ??= `${dose.label} ${dose.rest}`;
  groups.set(label, places.set(column, index));
  reading.recognised += 1;
  return true;
}

/** Groups with a number keep it; boosters without one follow in the order of their columns. */
function slotsOf(groups: ReadonlyMap<string, ReadonlyMap<string, number>>): DosePlaces[] {
  const numbered = [...groups.keys()].map(Number).filter((number) => !Number.isNaN(number));
  let next = Math.max(0, ...numbered);
  return [...groups].map(([label, places]) => {
    const number = Number(label);
    if (!Number.isNaN(number)) return { slot: number, places };
    next += 1;
    return { slot: next, places };
  });
}
