import { ReportError } from "../report/report-error.ts";
import { diskFull } from "./disk-full.ts";

/**
 * Says why a command ended: 2 for what its user can mend, 3 for a fault of the program.
 * @param folder what the command writes to, where an error does not say
 */
export function tellRefusal(error: unknown, folder = ""): 2 | 3 {
  if (error instanceof ReportError) {
    console.error(`bị từ chối | refused: ${error.message}`);
    return 2;
  }
  const full = diskFull(error, folder);
  if (full !== null) {
    console.error(full);
    return 2;
  }
  const { code = "", path = "" } = error as NodeJS.ErrnoException;
  if (["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS"].includes(code)) {
    console.error(`${path}: không ghi được (${code}) | cannot be written (${code})`);
    return 2;
  }
  console.error("lỗi của chương trình | a fault of the program");
  console.error(error);
  return 3;
}
