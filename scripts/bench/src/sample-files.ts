import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import ExcelJS from "exceljs";

/** Where benchmarks keep what they made: synthetic people, yet under `data/private` like any. */
export const benchFolder = fileURLToPath(new URL("../../../data/private/bench", import.meta.url));

/** A CSV file of so many synthetic dose records; made once. */
export async function doseFile(doses: number): Promise<string> {
  return once(`dose_${doses}.csv`, async (path) => {
    const sql = await readFile(new URL("../sql/dose_file.sql", import.meta.url), "utf8");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(`set variable doses = ${doses}`);
    await connection.run(`copy (${sql}) to '${path}' (format csv, header true)`);
  });
}

/** An XLSX workbook of so many rows of ten columns, such as an import form without doses; made once. */
export async function workbookFile(rows: number): Promise<string> {
  return once(`person_${rows}.xlsx`, async (path) => {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
    const sheet = workbook.addWorksheet("Danh sach");
    sheet
      .addRow([
        "Họ và tên",
        "Ngày sinh",
        "Giới tính",
        "Số CMT/CCCD",
        "Số điện thoại",
        "Mã tỉnh",
        "Mã huyện",
        "Mã xã",
        "Địa chỉ",
        "Ghi chú",
      ])
      .commit();
    for (let row = 0; row < rows; row += 1) sheet.addRow(personCells(row)).commit();
    await workbook.commit();
  });
}

function personCells(row: number): string[] {
  const year = 1940 + (row % 60);
  const id = `9700${String(year).slice(2)}${String(row % 1_000_000).padStart(6, "0")}`;
  const day = String((row % 28) + 1).padStart(2, "0");
  return [
    `Nguyễn Văn ${["An", "Bình", "Hòa"][row % 3]}`,
    `${day}/04/${year}`,
    "0",
    id,
    "0900000000",
    "70",
    "689",
    "25195",
    "Tổ 1",
    "",
  ];
}

/** A CSV file of so many rows, small enough to be checked at once. */
export async function smallFile(rows: number): Promise<string> {
  return once(`small_${rows}.csv`, async (path) => {
    const lines = (await readFile(await doseFile(10_000), "utf8")).split("\n").slice(0, rows + 1);
    await writeFile(path, `${lines.join("\n")}\n`);
  });
}

async function once(name: string, make: (path: string) => Promise<void>): Promise<string> {
  await mkdir(benchFolder, { recursive: true, mode: 0o700 });
  const path = join(benchFolder, name);
  if (existsSync(path)) return path;
  console.log(`making ${name}`);
  await make(`${path}.partial`);
  await rename(`${path}.partial`, path);
  return path;
}
