import { access, readFile, rename, writeFile } from "node:fs/promises";
import { decrypt, isEncrypted } from "officecrypto-tool";
import { ReportError } from "../report/report-error.ts";

/**
 * Writes what an encrypted workbook holds to `target`, readable by its owner alone.
 * @throws {ReportError} where the file cannot be read or is not encrypted, the password is not its own, or `target` exists
 */
export async function decryptInto(path: string, target: string, password: string, force: boolean): Promise<void> {
  if (!force && (await exists(target))) throw standing(target);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new ReportError(`${path}: không đọc được (${cause.code}) | cannot be read (${cause.code})`);
  });
  if (!isLocked(bytes)) throw new ReportError(`${path}: không phải bảng tính có mật khẩu | no encrypted workbook`);
  const plain = await decrypt(bytes, { password }).catch((cause: unknown) => {
    throw new ReportError(`${path}: mật khẩu không đúng, hoặc tệp bị hỏng | a wrong password, or a damaged file`, {
      cause,
    });
  });
  await writeFile(`${target}.part`, plain, { mode: 0o600 });
  await rename(`${target}.part`, target);
}

/** The library throws at what is no Office file at all. */
function isLocked(bytes: Buffer): boolean {
  try {
    return isEncrypted(bytes);
  } catch {
    return false;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function standing(target: string): ReportError {
  return new ReportError(`${target}: đã có tệp này; thêm --force để thay | the file exists; add --force to replace it`);
}
