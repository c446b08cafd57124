import { tablesIn } from "../desk/desk-folder.ts";
import { diffTables, type TableDiff } from "../desk/diff-tables.ts";
import { ReportError } from "../report/report-error.ts";
import { userPath } from "../user-path.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Options of `tiendo diff`. */
export interface DiffOptions {
  json?: boolean;
  limit: number;
}

/** Says how two published folders differ; 0 they are the same, 1 they differ, 2 refused, 3 a fault of ours. */
export async function diffCommand(before: string, after: string, options: DiffOptions): Promise<0 | 1 | 2 | 3> {
  try {
    const [first, second] = [userPath(before), userPath(after)];
    for (const folder of [first, second]) await refuseEmpty(folder);
    const diffs = await diffTables(first, second, options.limit);
    if (options.json === true) console.log(JSON.stringify(diffs, null, 2));
    else tell(diffs);
    return diffs.length === 0 ? 0 : 1;
  } catch (error) {
    return tellRefusal(error);
  }
}

async function refuseEmpty(folder: string): Promise<void> {
  if ((await tablesIn(folder)).length > 0) return;
  throw new ReportError(
    `${folder}: không có bảng nào; cần thư mục của một kỳ công bố | holds no table; expected the folder of one release, such as data/published/vietnam-2022/2022-09-01`,
  );
}

function tell(diffs: readonly TableDiff[]): void {
  if (diffs.length === 0) console.log("Hai thư mục có cùng các bảng | the same tables in both");
  for (const { table, only, added, removed, columns, changed, cells } of diffs) {
    if (only !== null) {
      console.log(`${table}: chỉ có ở bên ${only === "before" ? "trước" : "sau"} | only in the one ${only}`);
      continue;
    }
    console.log(`${table}: +${added} −${removed} dòng | rows, ${changed} ô đổi | cells changed`);
    for (const { column, only: side } of columns)
      console.log(`  cột | column ${column}: ${side === "before" ? "−" : "+"}`);
    for (const cell of cells)
      console.log(`  ${cell.key} · ${cell.column}: ${cell.before ?? "∅"} → ${cell.after ?? "∅"}`);
    if (cells.length < changed) console.log(`  … ${changed - cells.length} ô nữa | more (--limit)`);
  }
}
