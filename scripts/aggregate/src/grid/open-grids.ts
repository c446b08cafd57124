import { FileRefusal } from "../read/file-refusal.ts";
import type { SelectColumn } from "./duckdb/duckdb-stream.ts";
import { jsonGrid } from "./duckdb/json-grid.ts";
import { knownParquetGrid, parquetGrid } from "./duckdb/parquet-grid.ts";
import { type FileFormat, fileFormat } from "./file-format.ts";
import { type FileHead, fileHead } from "./file-head.ts";
import type { Grid, GridSource } from "./grid-source.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { makeGrid } from "./make-grid.ts";
import { mendLegacy } from "./mend-legacy.ts";
import { csvGrid } from "./text/csv-grid.ts";
import { xlsxGrids } from "./xlsx/xlsx-grids.ts";

/**
 * Opens a file by what it holds, whatever its name says: one grid a visible sheet that is not blank, else one.
 * @param options limits of size in bytes, by default 4 GB of text, 500 MB of .xlsx, 50 MB of .xls; and whether the encoding of
 *   a large text may be presumed from its beginning
 * @throws {FileRefusal} where the file cannot be read, with the reason in both languages
 */
export async function openGrids(
  path: string,
  options: { limits?: Partial<Limits>; presume?: boolean } = {},
): Promise<Grid[]> {
  const head = await fileHead(path);
  const format = fileFormat(head);
  refuseLarge(head.size, { ...defaultLimits, ...options.limits }[limitOf(format)]);
  const grids: Grid[] = [];
  for (const source of await sources(head, format, options.presume ?? false))
    grids.push(makeGrid(await mendLegacy(source)));
  return grids;
}

/** Opens a Parquet file whose columns and first records were looked at together with those of others. */
export async function openKnownParquet(
  path: string,
  columns: readonly SelectColumn[],
  head: Array<Array<string | null>>,
): Promise<Grid> {
  return makeGrid(await mendLegacy(knownParquetGrid(path, columns, head)));
}

async function sources(head: FileHead, format: FileFormat, presume: boolean): Promise<GridSource[]> {
  if (format === "zip") return xlsxGrids(head);
  // The reader of old workbooks is heavy, and hardly a file needs it.
  if (format === "ole2") return (await import("./xls/xls-grids.ts")).xlsGrids(head);
  if (format === "parquet") return [await parquetGrid(head)];
  if (format === "json" || format === "ndjson") return [await jsonGrid(head, format)];
  if (format === "text") return [await csvGrid(head, presume)];
  throw otherKind(format);
}

function limitOf(format: FileFormat): keyof Limits {
  return format === "zip" ? "xlsx" : format === "ole2" ? "xls" : "text";
}

function refuseLarge(size: number, limit: number): void {
  if (size > limit) throw new FileRefusal("FILE.TOO_LARGE", megabytes(size), megabytes(limit));
}

function megabytes(bytes: number) {
  const count = Math.ceil(bytes / 1024 ** 2);
  return { vi: `${count} MB`, en: `${count} MB` };
}

const otherKinds = {
  html: { vi: "trang HTML được đặt tên như bảng tính", en: "an HTML page named as a workbook" },
  spreadsheetml: { vi: "bảng tính XML 2003", en: "an XML 2003 workbook" },
  pdf: { vi: "tệp PDF", en: "a PDF file" },
};

function otherKind(format: keyof typeof otherKinds): FileRefusal {
  return new FileRefusal("FILE.KIND_UNKNOWN", otherKinds[format], {
    vi: "mở bằng Excel rồi lưu lại dạng XLSX (Save As)",
    en: "open it in Excel and save it as XLSX (Save As)",
  });
}
