import { basename, join, relative } from "node:path";
import { foldersOf } from "../report/folders.ts";
import { userPath } from "../user-path.ts";
import { decryptInto } from "../worklist/decrypt-file.ts";
import { claimOutFolder } from "../worklist/out-folder.ts";
import { knownPassword, type PasswordOptions } from "../worklist/password.ts";
import { peopleReport } from "../worklist/people-report.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Options of `tiendo decrypt`. */
export interface DecryptOptions extends PasswordOptions {
  data: string;
  report?: string;
  out?: string;
  force?: boolean;
}

/** Puts lists that came back encrypted where they are read; gives 0 written, 2 refused, 3 a fault of ours. */
export async function decryptCommand(paths: readonly string[], options: DecryptOptions): Promise<0 | 2 | 3> {
  try {
    const folder = userPath(options.out) ?? (await rawFolder(options));
    await claimOutFolder(folder, options.data, false);
    const password = await knownPassword(options);
    for (const path of paths) {
      const target = join(folder, basename(path));
      await decryptInto(userPath(path), target, password, options.force === true);
      console.log(`${relative(userPath("."), target)}: đã mở khóa | unlocked`);
    }
    return 0;
  } catch (error) {
    return tellRefusal(error);
  }
}

async function rawFolder({ data, report }: DecryptOptions): Promise<string> {
  const people = await peopleReport(data, report);
  return join(foldersOf(data, people.report.id).private, "raw");
}
