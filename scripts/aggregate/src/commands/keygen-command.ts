import { writeFile } from "node:fs/promises";
import { newKey, publicKeyLine, publicKeyText, secretKeyText } from "@tiendo/release";
import { ReportError } from "../report/report-error.ts";
import { userPath } from "../user-path.ts";
import { newPassword, type PasswordOptions } from "../worklist/password.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Makes a pair of keys; an existing file is never written over, since releases signed with a lost key cannot be renewed. */
export async function keygenCommand(path: string, options: PasswordOptions): Promise<0 | 2 | 3> {
  try {
    const file = userPath(path);
    const password = await newPassword({ ...options, password: true });
    if (password === null) throw new ReportError("cần mật khẩu | a password is needed");
    const key = newKey();
    await writeNew(file, secretKeyText(key, password), 0o600);
    await writeNew(`${file}.pub`, publicKeyText(key), 0o644);
    console.log(`${file}: khóa bí mật, giữ kín và sao lưu | the secret key; keep it closed, and a copy of it`);
    console.log(`public_key: ${publicKeyLine(key)}`);
    return 0;
  } catch (error) {
    return tellRefusal(error);
  }
}

async function writeNew(path: string, text: string, mode: number): Promise<void> {
  await writeFile(path, text, { mode, flag: "wx" }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EEXIST") throw cause;
    throw new ReportError(`${path}: đã có, chọn tên khác | is there already; choose another name`);
  });
}
