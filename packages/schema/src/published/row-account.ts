import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, fileStatuses } from "../vocabulary.ts";

const count = (vi: string, en: string) =>
  z
    .int()
    .min(0)
    .register(columnMeta, { title: { vi, en }, unit: { vi: "dòng", en: "rows" } });

/**
 * What became of every row of a file:
 * records_in = accepted + quarantined + rejected + exact_duplicates + superseded + blank, and accepted = kept + merged.
 */
export const RowAccount = z.strictObject({
  input_file: z.string().register(columnMeta, { title: { vi: "Tệp đầu vào", en: "Input file" } }),
  kind: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Loại dòng", en: "Kind of rows" } }),
  status: z.enum(codesOf(fileStatuses)).register(columnMeta, { title: { vi: "Kết quả", en: "Outcome" } }),
  reason_code: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Mã lý do", en: "Reason" } }),
  reason_vi: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Lý do", en: "Reason in Vietnamese" } }),
  reason_en: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Lý do (tiếng Anh)", en: "Reason in English" } }),
  records_in: count("Số dòng nhận", "Rows in"),
  accepted: count("Đã nhận", "Accepted"),
  quarantined: count("Cách ly", "Quarantined"),
  rejected: count("Không phải bản ghi", "Rejected: no record"),
  exact_duplicates: count("Trùng y hệt", "Exact duplicates"),
  superseded: count("Được thay thế", "Superseded"),
  blank: count("Dòng trống", "Blank"),
  kept: count("Giữ lại", "Kept"),
  merged: count("Gộp vào dòng khác", "Merged into another"),
});
export type RowAccount = z.infer<typeof RowAccount>;
