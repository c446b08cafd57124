import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, effects } from "../vocabulary.ts";
import { scope, unitCode } from "./unit-columns.ts";

/** How many rows of one unit's returns raise an issue. Grain: unit, scope, kind of rows and code. */
export const ReturnIssueCount = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  kind: z.enum(["progress_return", "stock_return", "indicator_return", "population"]).register(columnMeta, {
    title: { vi: "Loại dòng", en: "Kind of rows" },
  }),
  code: z.string().register(columnMeta, { title: { vi: "Mã vấn đề", en: "Issue code" } }),
  effect: z.enum(codesOf(effects)).register(columnMeta, { title: { vi: "Hệ quả", en: "Effect" } }),
  records: z
    .int()
    .min(1)
    .register(columnMeta, { title: { vi: "Số dòng", en: "Rows" }, unit: { vi: "dòng", en: "rows" } }),
});
export type ReturnIssueCount = z.infer<typeof ReturnIssueCount>;
