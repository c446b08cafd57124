import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { cleaningResults, codesOf, sexes } from "../vocabulary.ts";
import { corrects, recordKey, unitCode } from "./parts.ts";

const day = (vi: string, en: string, synonyms: string[] = []) =>
  z.iso.date().nullable().register(columnMeta, { title: { vi, en }, example: "20/04/2022", synonyms });
const words = (vi: string, en: string, example?: string) =>
  z
    .string()
    .max(300)
    .nullable()
    .register(columnMeta, { title: { vi, en }, ...(example === undefined ? {} : { example }) });
const result = (vi: string, en: string) =>
  z
    .enum(codesOf(cleaningResults))
    .nullable()
    .register(columnMeta, {
      title: { vi, en },
      example: "đúng",
      values: Object.fromEntries(Object.entries(cleaningResults).map(([code, term]) => [term.vi, code])),
    });

/**
 * One person on the list of step 1, with what each actor of the five steps fills in: the hamlet team what is right, the
 * police the comparison and the handover, the health station the update. A blank cell means: not done, or nothing to correct.
 */
export const WorklistEntry = z.strictObject({
  record_key: recordKey(),
  list_date: z.iso.date().register(columnMeta, {
    title: { vi: "Ngày lập danh sách", en: "Listed on" },
    example: "12/04/2022",
    codes: { missing: "DATE.MISSING" },
  }),
  unit_code: unitCode(),
  recorded_name: words("Họ và tên đang ghi", "Name as recorded"),
  recorded_birth_date: words("Ngày sinh đang ghi", "Birth date as recorded"),
  recorded_sex: words("Giới tính đang ghi", "Sex as recorded"),
  recorded_id_number: words("Số định danh đang ghi", "Identity number as recorded"),
  problem: words("Nội dung cần xác minh", "To verify"),
  reviewed_on: day("Ngày rà soát", "Reviewed on"),
  corrected_name: z
    .string()
    .max(200)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Họ và tên đúng", en: "Right name" },
      example: "Nguyễn Văn Mẫu",
      codes: { length: "NAME.CHARS" },
    }),
  corrected_birth_date: z
    .string()
    .regex(/^([0-9]{4}|[0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})$/)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Ngày sinh đúng", en: "Right birth date" },
      example: "26/04/1984",
      codes: { format: "BIRTH.INVALID" },
    }),
  corrected_sex: z
    .enum(codesOf(sexes))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Giới tính đúng", en: "Right sex" },
      example: "nữ",
      values: { "0": "male", "1": "female", nam: "male", nữ: "female", nu: "female" },
      codes: { enum: "SEX.UNKNOWN" },
    }),
  corrected_id_number: z
    .string()
    .regex(/^([0-9]{9}|[0-9]{12})$/)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Số định danh đúng", en: "Right identity number" },
      description: { vi: "12 hoặc 9 chữ số, ghi dạng văn bản", en: "12 or 9 digits, as text" },
      example: "970184000999",
      codes: { format: "ID.FORMAT" },
    }),
  corrected_unit_code: z
    .string()
    .max(5)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Mã xã thường trú đúng", en: "Right commune of permanent residence" },
      example: "25195",
      codes: { length: "UNIT.UNKNOWN" },
    }),
  correction_reason: words("Lý do sửa", "Reason for the correction", "theo thẻ căn cước"),
  reviewed_by: words("Người rà soát", "Reviewed by"),
  matched_on: day("Ngày đối chiếu", "Matched on"),
  match_result: result("Kết quả đối chiếu", "Result of the match"),
  wrong_fields: words("Thông tin sai", "Wrong fields", "ngày sinh"),
  handed_back_on: day("Ngày bàn giao", "Handed back on"),
  updated_on: day("Ngày cập nhật", "Updated on"),
  rematched_on: day("Ngày xác thực lại", "Matched again on"),
  rematch_result: result("Kết quả xác thực lại", "Result of the second match"),
  corrects: corrects(),
});
export type WorklistEntry = z.infer<typeof WorklistEntry>;
