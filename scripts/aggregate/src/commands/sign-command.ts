import { readFile } from "node:fs/promises";
import { ReleaseError, readSecretKey, signFolder } from "@tiendo/release";
import { ReportError } from "../report/report-error.ts";
import { userPath } from "../user-path.ts";
import { knownPassword, type PasswordOptions } from "../worklist/password.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Signs a published folder; 0 signed, 2 refused, 3 a fault of ours. */
export async function signCommand(folder: string, options: PasswordOptions & { key: string }): Promise<0 | 2 | 3> {
  try {
    const text = await readFile(userPath(options.key), "utf8").catch((cause: NodeJS.ErrnoException) => {
      throw new ReportError(`${options.key}: không đọc được khóa (${cause.code}) | the key cannot be read`);
    });
    const comment = await signFolder(userPath(folder), readSecretKey(text, await knownPassword(options)));
    console.log(`${folder}: đã ký | signed · ${comment}`);
    return 0;
  } catch (error) {
    return tellRefusal(error instanceof ReleaseError ? new ReportError(error.message) : error);
  }
}
