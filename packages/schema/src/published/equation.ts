import { z } from "zod";
import { columnMeta } from "../column-meta.ts";

/** One equation between published figures, on one day: the parts against the whole, each as an interval. */
export const PublishedEquation = z.strictObject({
  equation: z.string().register(columnMeta, { title: { vi: "Phương trình", en: "Equation" } }),
  unit_code: z.string().register(columnMeta, { title: { vi: "Mã đơn vị", en: "Unit code" } }),
  as_of: z.iso.date().register(columnMeta, { title: { vi: "Số liệu tính đến ngày", en: "As of" } }),
  title_vi: z.string().register(columnMeta, { title: { vi: "Nội dung", en: "Meaning in Vietnamese" } }),
  title_en: z.string().register(columnMeta, { title: { vi: "Nội dung (tiếng Anh)", en: "Meaning in English" } }),
  parts: z.string().register(columnMeta, {
    title: { vi: "Các phần", en: "Parts" },
    description: { vi: "Các số cộng lại, cách nhau bằng dấu +", en: "The numbers added, joined by +" },
  }),
  parts_sum: z.int().register(columnMeta, { title: { vi: "Tổng các phần", en: "Sum of the parts" } }),
  whole: z.int().register(columnMeta, { title: { vi: "Số chung", en: "Whole" } }),
  gap: z
    .int()
    .register(columnMeta, { title: { vi: "Chênh lệch: tổng các phần − số chung", en: "Gap: sum of parts − whole" } }),
  closes: z.enum(["yes", "no"]).register(columnMeta, {
    title: { vi: "Khớp", en: "Closes" },
    description: { vi: "Khớp trong khoảng mà cách nêu số cho phép", en: "Closes within what the qualifiers allow" },
  }),
});
export type PublishedEquation = z.infer<typeof PublishedEquation>;
