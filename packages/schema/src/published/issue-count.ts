import { z } from "zod";
import { columnMeta } from "../column-meta.ts";

/** How many rows of a file raised an issue code. Grain: file, code, column. */
export const IssueCount = z.strictObject({
  input_file: z.string().register(columnMeta, { title: { vi: "Tệp đầu vào", en: "Input file" } }),
  code: z.string().register(columnMeta, { title: { vi: "Mã vấn đề", en: "Issue code" } }),
  column_name: z.string().register(columnMeta, { title: { vi: "Cột", en: "Column" } }),
  effect: z.string().register(columnMeta, { title: { vi: "Hệ quả", en: "Effect" } }),
  ministry_class: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Nhóm theo CV 2262", en: "Class of CV 2262" } }),
  records: z
    .int()
    .min(1)
    .register(columnMeta, { title: { vi: "Số dòng", en: "Rows" }, unit: { vi: "dòng", en: "rows" } }),
  message_vi: z.string().register(columnMeta, { title: { vi: "Ý nghĩa", en: "Meaning in Vietnamese" } }),
  message_en: z.string().register(columnMeta, { title: { vi: "Ý nghĩa (tiếng Anh)", en: "Meaning in English" } }),
  fix_vi: z.string().register(columnMeta, { title: { vi: "Cách sửa", en: "How to mend, in Vietnamese" } }),
  fix_en: z.string().register(columnMeta, { title: { vi: "Cách sửa (tiếng Anh)", en: "How to mend, in English" } }),
});
export type IssueCount = z.infer<typeof IssueCount>;
