import type { Workspace } from "../workspace.ts";
import type { SentRow } from "./issues.ts";
import { filesBelow, objects } from "./sources.ts";

/** The names of all files of a report up to a day, as they are called below raw/, in order. */
export async function inputFiles(workspace: Workspace, asOf: string): Promise<string[]> {
  const folders = ["reports", "private"].map((area) => workspace.path(area, workspace.id, "raw"));
  const names = await Promise.all(
    folders.flatMap((folder) => [filesBelow(folder, ".csv"), filesBelow(folder, ".parquet")]),
  );
  return names
    .flat()
    .filter((name) => (/^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? "") <= asOf)
    .sort();
}

/** Every line of the files about people up to a day, with whose it truly is. */
export async function sentRows(workspace: Workspace, files: readonly string[]): Promise<Map<string, SentRow>> {
  const truth = workspace.path("private", workspace.id, "truth", "record.parquet");
  const lines = await objects<SentRow>(truth, "input_file, record, true_person");
  const known = new Set(files);
  const rows = lines.filter(({ input_file }) => known.has(input_file)).map((line) => ({ ...line, cells: {} }));
  const byName = new Map<string, SentRow>(rows.map((row) => [`${row.input_file} ${row.record}`, row]));
  for (const input_file of new Set(rows.map((row) => row.input_file))) {
    const path = workspace.path("private", workspace.id, "raw", input_file);
    const cells = await objects<SentRow["cells"]>(path, `columns(name -> name in (${written}))`);
    for (const [at, one] of cells.entries()) {
      const row = byName.get(`${input_file} ${at + 1}`);
      if (row !== undefined) row.cells = one;
    }
  }
  return byName;
}

const written = ["Số CMT/CCCD", "Họ và tên", "Ngày sinh", "Mã xã", "Xã/Phường", "Quận/Huyện", "Tỉnh/Thành phố"]
  .map((title) => `'${title}'`)
  .join(", ");
