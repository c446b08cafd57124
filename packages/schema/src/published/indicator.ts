import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, indicatorKinds, measureUnits } from "../vocabulary.ts";

/** One indicator of the reference list `data/reference/indicators.csv`: what is counted, and in which unit. */
export const Indicator = z.strictObject({
  indicator: z
    .string()
    .regex(/^[a-z0-9_]+\.[a-z0-9_]+$/)
    .register(columnMeta, { title: { vi: "Chỉ tiêu", en: "Indicator" } }),
  position: z
    .int()
    .min(1)
    .register(columnMeta, { title: { vi: "Thứ tự", en: "Position" } }),
  indicator_group: z
    .string()
    .min(1)
    .register(columnMeta, { title: { vi: "Nhóm", en: "Group" } }),
  kind: z.enum(codesOf(indicatorKinds)).register(columnMeta, { title: { vi: "Loại", en: "Kind" } }),
  measure_unit: z
    .enum(codesOf(measureUnits))
    .nullable()
    .register(columnMeta, { title: { vi: "Đơn vị tính", en: "Measure unit" } }),
  title_vi: z
    .string()
    .min(1)
    .register(columnMeta, { title: { vi: "Tên", en: "Title in Vietnamese" } }),
  title_en: z
    .string()
    .min(1)
    .register(columnMeta, { title: { vi: "Tên tiếng Anh", en: "Title in English" } }),
  description_vi: z
    .string()
    .min(1)
    .register(columnMeta, { title: { vi: "Ý nghĩa", en: "Meaning in Vietnamese" } }),
  description_en: z
    .string()
    .min(1)
    .register(columnMeta, { title: { vi: "Ý nghĩa (tiếng Anh)", en: "Meaning in English" } }),
  source: z
    .string()
    .min(1)
    .register(columnMeta, { title: { vi: "Nguồn", en: "Source" } }),
});
export type Indicator = z.infer<typeof Indicator>;
