import { FileRefusal } from "../../read/file-refusal.ts";

const whole = { vi: "tệp XLSX nguyên vẹn", en: "a whole XLSX file" };

/** A workbook that is damaged, said in plain words. */
export function badWorkbook(vi: string, en: string): FileRefusal {
  return new FileRefusal("FILE.BAD_WORKBOOK", { vi, en }, whole);
}

/** A part of the workbook that does not hold what it should. */
export function badPart(name: string): FileRefusal {
  return badWorkbook(`phần “${name}” bị hỏng`, `the part “${name}” is damaged`);
}
