import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, indicatorVerdicts, measureUnits, qualifiers } from "../vocabulary.ts";
import { percent, withStatus } from "./counted.ts";
import { returnAsOf, unitCode } from "./unit-columns.ts";

/** How far one unit is with one indicator of Project 06, by its latest return. Grain: unit and indicator. */
export const IndicatorProgress = z.strictObject({
  unit_code: unitCode(),
  indicator: z.string().register(columnMeta, { title: { vi: "Chỉ tiêu", en: "Indicator" } }),
  return_as_of: returnAsOf(),
  measure_unit: z
    .enum(codesOf(measureUnits))
    .nullable()
    .register(columnMeta, { title: { vi: "Đơn vị tính", en: "Measure unit" } }),
  qualifier: z
    .enum(codesOf(qualifiers))
    .nullable()
    .register(columnMeta, { title: { vi: "Cách nêu số", en: "Qualifier" } }),
  ...withStatus("done", z.int().min(0), "Đã làm", "Done"),
  ...withStatus("total", z.int().min(0), "Tổng số", "Total"),
  ...withStatus("value", z.int().min(0), "Giá trị", "Value"),
  ...withStatus("done_pct", z.number().min(0), "Tỷ lệ đã làm", "Share done", percent),
  ...withStatus("before_as_of", z.iso.date(), "Báo cáo trước đó tính đến ngày", "Return before, as of"),
  ...withStatus("pace", z.number(), "Tăng mỗi ngày so với báo cáo trước", "Change a day since the return before"),
  ...withStatus("due_date", z.iso.date(), "Hạn hoàn thành", "Due date"),
  ...withStatus("finish_on", z.iso.date(), "Dự kiến xong ngày (giữ tốc độ này)", "Finish at this pace"),
  ...withStatus("verdict", z.enum(codesOf(indicatorVerdicts)), "Đánh giá", "Verdict"),
});
export type IndicatorProgress = z.infer<typeof IndicatorProgress>;
