import { readFile } from "node:fs/promises";
import { FileRefusal } from "../../read/file-refusal.ts";
import type { FileHead } from "../file-head.ts";

const plain = {
  vi: "bảng tính không có mật khẩu; mở khóa bằng: tiendo decrypt TỆP, hoặc mở trong Excel rồi lưu bản không mật khẩu vào data/private",
  en: "a workbook without a password; unlock it with: tiendo decrypt FILE, or open it in Excel and save one without a password below data/private",
};

/**
 * The bytes of an old .xls.
 * @throws {FileRefusal} FILE.PASSWORD for an encrypted .xlsx, which comes in the same wrapping; FILE.KIND_UNKNOWN for
 * other old Office files, such as .doc
 */
export async function xlsBytes(head: FileHead): Promise<Buffer> {
  const bytes = await readFile(head.path);
  if (hasStream(bytes, "EncryptedPackage")) throw passwordRefusal();
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return bytes;
  throw new FileRefusal(
    "FILE.KIND_UNKNOWN",
    { vi: "tệp Office cũ không phải bảng tính", en: "an old Office file that is no workbook" },
    { vi: "XLSX, XLS, CSV, Parquet, JSON", en: "XLSX, XLS, CSV, Parquet, JSON" },
  );
}

/** The refusal of a workbook that asks for a password. */
export function passwordRefusal(): FileRefusal {
  return new FileRefusal("FILE.PASSWORD", { vi: "nội dung bị mã hóa", en: "its content is encrypted" }, plain);
}

/** Whether the directory of the file names a stream; names are UTF-16 with a closing zero. */
function hasStream(bytes: Buffer, name: string): boolean {
  return bytes.includes(Buffer.from(`${name}\0`, "utf16le"));
}
