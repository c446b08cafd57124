import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Language, type LocalText, type RowKind, rowKindNames, rowKinds } from "@tiendo/schema";
import { writeTemplate } from "../workbook/template.ts";

/** Options of `tiendo template`. */
export interface TemplateOptions {
  /** File to write, or a folder to put it in; `mau-<kind>.xlsx` in the working directory by default. */
  out?: string;
  lang?: Language;
  force?: boolean;
}

/** Writes the form of a kind of rows; gives 0 written, 2 refused, 3 a fault of ours. */
export async function templateCommand(kind: string, options: TemplateOptions): Promise<0 | 2 | 3> {
  const lang = options.lang ?? "vi";
  if (!isKind(kind)) return refuse(unknownKind(kind), lang);
  try {
    const path = await pathFor(kind, options.out);
    const refusal = await refusalOf(path, options.force === true);
    if (refusal !== null) return refuse(refusal, lang);
    await writeTemplate(kind, path);
    console.log(written(path)[lang]);
    return 0;
  } catch (error) {
    return tellFailure(error, lang);
  }
}

function isKind(kind: string): kind is RowKind {
  return Object.hasOwn(rowKinds, kind);
}

/** A folder takes the form under its usual name. */
async function pathFor(kind: RowKind, out: string | undefined): Promise<string> {
  const name = `mau-${kind}.xlsx`;
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), out ?? name);
  return (await kindOfPath(path)) === "folder" ? join(path, name) : path;
}

async function kindOfPath(path: string): Promise<"folder" | "other" | "nothing"> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null) return "nothing";
  return found.isDirectory() ? "folder" : "other";
}

async function refusalOf(path: string, force: boolean): Promise<LocalText | null> {
  const found = await kindOfPath(path);
  if (found === "folder") return { vi: `${path}: là thư mục`, en: `${path}: is a folder` };
  if (found === "nothing" || force) return null;
  return {
    vi: `${path}: đã có tệp này, không ghi đè. Thêm --force để thay, hoặc --out TÊN-KHÁC.xlsx.`,
    en: `${path}: the file exists and was left alone. Add --force to replace it, or --out OTHER.xlsx.`,
  };
}

function unknownKind(kind: string): LocalText {
  const list = (lang: Language) => rowKindNames.map((name) => `  ${name.padEnd(18)}${rowKinds[name].title[lang]}`);
  return {
    vi: [`Không có biểu mẫu “${kind}”. Các biểu mẫu:`, ...list("vi")].join("\n"),
    en: [`There is no form “${kind}”. The forms are:`, ...list("en")].join("\n"),
  };
}

function written(path: string): LocalText {
  return {
    vi: `Đã ghi biểu mẫu: ${path}\nĐiền vào trang đầu, rồi kiểm tra: tiendo check ${path}`,
    en: `Form written: ${path}\nFill in its first sheet, then check it: tiendo check ${path}`,
  };
}

function refuse(message: LocalText, lang: Language): 2 {
  console.error(message[lang]);
  return 2;
}

/** A path that cannot be written is the user's to mend; anything else is a fault of the program. */
function tellFailure(error: unknown, lang: Language): 2 | 3 {
  const { code = "", path = "" } = error as NodeJS.ErrnoException;
  if (["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EROFS", "ENOSPC"].includes(code)) {
    return refuse({ vi: `${path}: không ghi được (${code})`, en: `${path}: cannot be written (${code})` }, lang);
  }
  console.error(lang === "vi" ? "lỗi của chương trình" : "a fault of the program");
  console.error(error);
  return 3;
}
