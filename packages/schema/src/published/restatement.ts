import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { withStatus } from "./counted.ts";
import { returnAsOf, unitCode } from "./unit-columns.ts";

/** A number that a later return of the same day says otherwise. Grain: unit, kind of return, number, day and version. */
export const Restatement = z.strictObject({
  unit_code: unitCode(),
  kind: z
    .enum(["progress_return", "indicator_return", "stock_return"])
    .register(columnMeta, { title: { vi: "Loại báo cáo", en: "Kind of return" } }),
  item: z.string().register(columnMeta, {
    title: { vi: "Số liệu", en: "Number" },
    description: {
      vi: "Tên cột của báo cáo; trước đó là chỉ tiêu, hoặc vắc xin và số lô",
      en: "The column of the return; before it the indicator, or the vaccine and lot",
    },
  }),
  return_as_of: returnAsOf(),
  version: z
    .int()
    .min(2)
    .register(columnMeta, { title: { vi: "Lần báo cáo", en: "Version" } }),
  ...withStatus("received_at", z.iso.date(), "Ngày nhận", "Received on"),
  ...withStatus("value_before", z.int(), "Trước khi điều chỉnh", "Before"),
  ...withStatus("value", z.int(), "Sau khi điều chỉnh", "After"),
  ...withStatus("change", z.int(), "Chênh lệch", "Change"),
  downward: z.enum(["yes", "no"]).register(columnMeta, { title: { vi: "Điều chỉnh giảm", en: "Downward" } }),
});
export type Restatement = z.infer<typeof Restatement>;
