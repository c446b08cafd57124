import { columnsOf, type Language, type LocalText, type RowKind, rowKindNames, rowKinds } from "@tiendo/schema";
import type { GridRow } from "../grid/grid.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { Header } from "./header.ts";
import { type HeaderReading, readHeader } from "./header-row.ts";

// Notes stand above the header of the import form on rows 1 to 6; nobody writes more than a screen of them.
const HEADER_WITHIN_ROWS = 40;

interface Candidate {
  reading: HeaderReading;
  /** Index of the first and the last header row among the rows read. */
  from: number;
  to: number;
}

/**
 * Finds the header by content among the first rows: one level, or two with merged groups above.
 * @param kind the kind of rows, where the sender has said it
 * @throws {FileRefusal} FILE.HEADER_MISSING, FILE.HEADER_REPEATED, or FILE.KIND_AMBIGUOUS where two kinds fit alike
 */
export function findHeader(rows: readonly GridRow[], kind: RowKind | null): Header {
  const kinds = kind === null ? rowKindNames : [kind];
  const [best, ...others] = candidatesOf(rows, kinds).sort(byRecognised);
  // A header that is nearest to one kind but lacks a column of it is not read as a lesser kind that happens to fit.
  if (best === undefined || best.reading.missing.length > 0) throw missingHeader(rows, best);
  refuseAmbiguous(
    best,
    others.find(({ reading }) => reading.missing.length === 0 && reading.kind !== best.reading.kind),
  );
  if (best.reading.repeated !== null) throw new FileRefusal("FILE.HEADER_REPEATED", best.reading.repeated);
  return headerAt(rows, best);
}

/** Every row and every two as headers of every kind, without those in which fewer texts stand than another has recognised. */
function candidatesOf(rows: readonly GridRow[], kinds: readonly RowKind[]): Candidate[] {
  const candidates: Candidate[] = [];
  let most = 0;
  for (const [from, { cells }] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    for (const [levels, texts] of [cells, joinLevels(cells, rows[from + 1]?.cells ?? [])].entries()) {
      if (texts.filter((text) => text !== null).length < most) continue;
      for (const kind of kinds) {
        const reading = readHeader(kind, texts);
        most = Math.max(most, reading.recognised);
        candidates.push({ reading, from, to: from + levels });
      }
    }
  }
  return candidates;
}

/** Joins two header rows: a group's text stands for the cells to its right that are blank above and filled below. */
function joinLevels(upper: ReadonlyArray<string | null>, lower: ReadonlyArray<string | null>): Array<string | null> {
  let group: string | null = null;
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [upper[at] ?? null, lower[at] ?? null];
    group = above ?? (below === null ? null : group);
    if (below === null) return above;
    return group === null ? below : `${group} ${below}`;
  });
}

/** More columns recognised first; of the same, fewer missing, one row before two, and the upper before the lower. */
function byRecognised(a: Candidate, b: Candidate): number {
  return (
    b.reading.recognised - a.reading.recognised ||
    a.reading.missing.length - b.reading.missing.length ||
    a.to - a.from - (b.to - b.from) ||
    a.from - b.from
  );
}

function refuseAmbiguous(best: Candidate, second: Candidate | undefined): void {
  const alike =
    second !== undefined &&
    second.reading.kind !== best.reading.kind &&
    second.reading.recognised === best.reading.recognised;
  if (!alike) return;
  const kinds = [best, second].map(({ reading }) => reading.kind);
  throw new FileRefusal("FILE.KIND_AMBIGUOUS", kinds.join(", "), {
    vi: `nêu rõ loại, như --kind ${kinds[0]}`,
    en: `say which, such as --kind ${kinds[0]}`,
  });
}

/** A form repeats its header in English beneath: those rows are header too. */
function lastHeaderRow(rows: readonly GridRow[], { reading, to }: Candidate): number {
  let last = to;
  while (repeatsHeader(rows, reading, last + 1)) last += 1;
  return last;
}

function repeatsHeader(rows: readonly GridRow[], reading: HeaderReading, at: number): boolean {
  const cells = rows[at]?.cells ?? [];
  const again = readHeader(reading.kind, cells);
  const atSamePlace = [...again.places].filter(([name, place]) => reading.places.get(name) === place);
  return atSamePlace.length >= 2 && 2 * atSamePlace.length >= cells.filter((cell) => cell !== null).length;
}

function headerAt(rows: readonly GridRow[], candidate: Candidate): Header {
  const { reading, from } = candidate;
  const to = lastHeaderRow(rows, candidate);
  const above = rows.slice(0, to + 1).map(({ cells }) => cells);
  const width = Math.max(...rows.slice(from, to + 1).map(({ cells }) => cells.length));
  const { kind, places, doses, order, notes } = reading;
  return { kind, above, row: rows[to]?.row ?? 1, places, doses, order, width, notes };
}

// With fewer columns recognised nobody can say which form was meant, nor whether the row is a header at all.
const TELLING_COLUMNS = 3;

function missingHeader(rows: readonly GridRow[], nearest: Candidate | undefined): FileRefusal {
  const row = rows[nearest?.from ?? 0];
  const texts = (row?.cells ?? []).filter((cell) => cell !== null);
  const told = nearest !== undefined && nearest.reading.recognised >= TELLING_COLUMNS;
  if (told) {
    const shown = texts.join(", ").slice(0, 300);
    return new FileRefusal("FILE.HEADER_MISSING", shown, columnsMissing(nearest.reading));
  }
  return new FileRefusal("FILE.HEADER_MISSING", cellsCounted(row, texts.length), anyForm());
}

/** A list of people without a header has a person in its first row, and what is said here may be read by anybody. */
function cellsCounted(row: GridRow | undefined, count: number): LocalText {
  if (row === undefined || count === 0) return { vi: "(trống)", en: "(blank)" };
  return {
    vi: `dòng ${row.row} có ${count} ô, không phải dòng tiêu đề của biểu mẫu nào`,
    en: `row ${row.row} has ${count} ${count === 1 ? "cell" : "cells"} and is the header of no form`,
  };
}

function columnsMissing({ kind, missing }: HeaderReading): LocalText {
  const names = (language: Language) =>
    missing
      .map(
        (name) =>
          `${columnsOf(rowKinds[kind].schema).find((column) => column.name === name)?.meta.title[language]} (${name})`,
      )
      .join(", ");
  return {
    vi: `các cột của biểu mẫu “${rowKinds[kind].title.vi}” (${kind}); còn thiếu ${names("vi")}`,
    en: `the columns of the form “${rowKinds[kind].title.en}” (${kind}); missing ${names("en")}`,
  };
}

function anyForm(): LocalText {
  const forms = (language: Language) =>
    rowKindNames.map((kind) => `${kind} (${rowKinds[kind].title[language]})`).join(", ");
  return {
    vi: `tiêu đề của một biểu mẫu: ${forms("vi")}; lấy biểu mẫu trống bằng: tiendo template <loại>`,
    en: `the header of one of the forms: ${forms("en")}; get a blank form with: tiendo template <kind>`,
  };
}
