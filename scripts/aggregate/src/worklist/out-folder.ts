import { mkdir, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ReportError } from "../report/report-error.ts";

/**
 * Makes the folder that lists go to, readable by its owner alone.
 * @throws {ReportError} where it lies outside data/private and the lists are not encrypted: rows of people lie nowhere else
 */
export async function claimOutFolder(folder: string, data: string, encrypted: boolean): Promise<void> {
  if (!encrypted && !(await liesBelow(folder, join(data, "private")))) throw notPrivate(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function liesBelow(folder: string, root: string): Promise<boolean> {
  const path = relative(await real(root), await real(folder));
  return path === "" || !(path === ".." || path.startsWith(`..${sep}`));
}

/** Links resolved as far as the path exists, so that a link within data/private leads nowhere else. */
async function real(path: string): Promise<string> {
  const whole = resolve(path);
  const found = await realpath(whole).catch(() => null);
  if (found !== null) return found;
  return dirname(whole) === whole ? whole : join(await real(dirname(whole)), relative(dirname(whole), whole));
}

function notPrivate(folder: string): ReportError {
  return new ReportError(
    `${folder}: danh sách từng người chỉ được để trong data/private; thêm --password nếu cần mang đi` +
      " | lists of people may lie under data/private only; add --password where they have to travel",
  );
}
