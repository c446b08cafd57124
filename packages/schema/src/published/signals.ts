import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, effects, measureUnits } from "../vocabulary.ts";
import { unitCode } from "./unit-columns.ts";

/** One thing that is worth a look in the numbers of a unit. Grain: unit, issue code, day and number. */
export const Signal = z.strictObject({
  unit_code: unitCode(),
  code: z.string().register(columnMeta, { title: { vi: "Mã vấn đề", en: "Issue code" } }),
  effect: z.enum(codesOf(effects)).register(columnMeta, { title: { vi: "Hệ quả", en: "Effect" } }),
  day: z.iso.date().register(columnMeta, { title: { vi: "Số liệu tính đến ngày", en: "As of" } }),
  item: z.string().register(columnMeta, {
    title: { vi: "Số liệu", en: "Number" },
    description: {
      vi: "Tên cột của báo cáo; vắc xin và số lô; nhóm tuổi và loại mũi",
      en: "The column of a return; the vaccine and lot; the age group and kind of dose",
    },
  }),
  measure_unit: z
    .enum(codesOf(measureUnits))
    .nullable()
    .register(columnMeta, { title: { vi: "Đơn vị tính", en: "Measure unit" } }),
  found: z.int().register(columnMeta, { title: { vi: "Giá trị", en: "Found" } }),
  expected: z.int().register(columnMeta, {
    title: { vi: "Giá trị đối chiếu", en: "Expected" },
    description: {
      vi: "Trung vị các đơn vị cùng cấp, kỳ trước, tổng các đơn vị trực thuộc, tồn kho tính ra, dân số, số người có mũi trước, hoặc một phần mười số mũi",
      en: "The median of its siblings, the return before, the sum of its children, the stock computed, the population, the people with the dose before, or a tenth of the doses",
    },
  }),
});
export type Signal = z.infer<typeof Signal>;
