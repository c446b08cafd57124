import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DeliverRefusal } from "../refusal.ts";
import { refuseUnsafePaths } from "./safe-path.ts";

/**
 * Paths of all files of a folder, relative to it, with `/`, in the order of their code units.
 * @throws {DeliverRefusal} for a link, a device or an odd name: a release is plain files only
 */
export function filesOf(folder: string): string[] {
  const paths = filesBelow(folder, "").sort();
  refuseUnsafePaths(paths);
  return paths;
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, `${path}/`);
    if (entry.isFile()) return [path];
    throw notPlain(join(folder, path));
  });
}

function notPlain(path: string): DeliverRefusal {
  return new DeliverRefusal(
    path,
    "là liên kết hoặc tệp đặc biệt; chỉ nhận tệp thường; hãy thay bằng chính tệp đó",
    "is a link or a special file; expected a plain file; put the file itself there",
  );
}
