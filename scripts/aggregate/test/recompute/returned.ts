import { join } from "node:path";
import { csvRows } from "./csv.ts";
import type { Issue } from "./issue.ts";
import { filesBelow } from "./sources.ts";

/** A row of a return by the names of its columns, and whether another took its place. Blank cells are null. */
export interface ReturnRow {
  input_file: string;
  record: number;
  superseded: boolean;
  unit_code: string;
  as_of: string;
  texts: Readonly<Record<string, string | null>>;
  numbers: Readonly<Record<string, number | null>>;
}

/** The usable returns of a report up to its day, in the order of files and rows. */
export interface Returned {
  progressReturns: ReturnRow[];
  stockReturns: ReturnRow[];
  indicatorReturns: ReturnRow[];
  populations: ReturnRow[];
  /** Rows that files have, by the file's name and kind, and whose they are: null of another edition. */
  sent: Array<{ input_file: string; kind: ReturnKind; rows: number; superseded: number; units: Array<string | null> }>;
}

type ReturnKind = keyof typeof kinds;

const kinds = {
  progress_return: {
    key: ["unit_code", "edition", "as_of"],
    texts: { "Tỷ lệ báo cáo (%)": "reported_pct", "Ngày nhận": "received_at" },
    numbers: {
      "Số đối tượng phải làm sạch": "subjects_total",
      "Số đối tượng đã làm sạch": "subjects_cleaned",
      "Đã lập danh sách": "listed",
      "Đã rà soát": "reviewed",
      "Đã đối chiếu": "matched",
      "Đã bàn giao": "handed_back",
      "Đã cập nhật": "updated",
      "Số mũi đã tiêm": "doses_given",
      "Số mũi đã nhập hệ thống": "doses_recorded",
      "Số mũi chưa nhập": "doses_not_entered",
    },
  },
  stock_return: {
    key: ["unit_code", "as_of", "vaccine", "lot"],
    texts: { "Tên vắc xin": "vaccine", "Số lô": "lot", "Hạn dùng": "expiry" },
    numbers: {
      "Tồn đầu kỳ": "opening",
      "Nhận trong kỳ": "received",
      "Cấp cho tuyến dưới": "issued",
      "Đã sử dụng": "used",
      "Hao phí": "wasted",
      "Tồn cuối kỳ": "closing",
    },
  },
  indicator_return: {
    key: ["unit_code", "edition", "as_of", "indicator"],
    texts: {
      "Mã chỉ tiêu Đề án 06": "indicator",
      "Đơn vị tính": "measure_unit",
      "Cách nêu số": "qualifier",
      "Hạn hoàn thành": "due_date",
    },
    numbers: { "Đã làm": "done", "Tổng số": "total", "Giá trị": "value" },
  },
  population: {
    key: ["unit_code", "edition", "age_group", "population_date"],
    texts: { "Nhóm tuổi": "age_group", Nguồn: "source", "Ngày của dân số": "population_date" },
    numbers: { "Số người": "persons" },
  },
} as const;

const everywhere = {
  "Mã đơn vị": "unit_code",
  "Ấn bản danh mục đơn vị": "edition",
  "Số liệu tính đến ngày": "as_of",
} as const;

/** Reads the returns below a folder that hold rows up to a day; rows in which something unusable was found are left out. */
export async function returnedRows(
  folder: string,
  issues: readonly Issue[],
  asOf: string,
  edition: string,
): Promise<Returned> {
  const unusable = new Set(
    issues.filter(({ effect }) => effect === "quarantine").map(({ input_file, record }) => `${input_file} ${record}`),
  );
  const files = (await filesBelow(folder, ".csv")).filter(
    (name) => (/^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? "") <= asOf,
  );
  const sent: Returned["sent"] = [];
  const read = async (kind: ReturnKind) => {
    const rows: ReturnRow[] = [];
    for (const input_file of files.filter((name) => name.endsWith(`${kind}.csv`))) {
      const cells = await csvRows(join(folder, input_file));
      const own = cells.map((row, at) => returnRow(kind, input_file, at + 1, row));
      rows.push(...own.filter(({ record }) => !unusable.has(`${input_file} ${record}`)));
      sent.push({ input_file, kind, rows: cells.length, superseded: 0, units: cells.map(unitIn(edition)) });
    }
    return markSuperseded(kind, rows);
  };
  const returned = {
    progressReturns: await read("progress_return"),
    stockReturns: await read("stock_return"),
    indicatorReturns: await read("indicator_return"),
    populations: await read("population"),
  };
  const all = Object.values(returned).flat();
  for (const file of sent)
    file.superseded = all.filter((row) => row.input_file === file.input_file && row.superseded).length;
  return { ...returned, sent };
}

function returnRow(kind: ReturnKind, input_file: string, record: number, cells: Record<string, string>): ReturnRow {
  const named = (titles: Readonly<Record<string, string>>) =>
    Object.entries(titles).map(([title, name]) => [name, cells[title] === "" ? null : (cells[title] ?? null)] as const);
  const texts = Object.fromEntries(named({ ...everywhere, ...kinds[kind].texts }));
  const numbers = named(kinds[kind].numbers).map(([name, cell]) => [name, cell === null ? null : Number(cell)]);
  const vaccine = texts.vaccine === undefined ? {} : { vaccine: codeOf(texts.vaccine) };
  return {
    input_file,
    record,
    superseded: false,
    unit_code: texts.unit_code ?? "",
    as_of: texts.as_of ?? "",
    texts: { ...texts, ...vaccine },
    numbers: Object.fromEntries(numbers),
  };
}

const unitIn = (edition: string) => (cells: Record<string, string>) =>
  [undefined, "", edition].includes(cells["Ấn bản danh mục đơn vị"]) ? (cells["Mã đơn vị"] ?? null) : null;

/** "Vero Cell" is vero_cell. */
const codeOf = (vaccine: string | null) => vaccine?.toLowerCase().replaceAll(/[ -]/g, "_") ?? null;

/** A later row of the same key takes the earlier one's place. */
function markSuperseded(kind: ReturnKind, rows: readonly ReturnRow[]): ReturnRow[] {
  const nameOf = ({ texts }: ReturnRow) => kinds[kind].key.map((column) => texts[column] ?? "").join("|");
  const last = new Map(rows.map((row) => [nameOf(row), row]));
  return rows.map((row) => ({ ...row, superseded: last.get(nameOf(row)) !== row }));
}
