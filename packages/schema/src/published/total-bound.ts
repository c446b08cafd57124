import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import type { LocalText } from "../text.ts";
import { withStatus } from "./counted.ts";
import { unitCode } from "./unit-columns.ts";

const parts: LocalText = { vi: "đơn vị", en: "units" };
const count = (vi: string, en: string) => z.int().min(0).register(columnMeta, { title: { vi, en }, unit: parts });

/**
 * What is known of a total that cannot be told, since a part of it is hidden or not reported: it lies from `low` to `high`.
 * Grain: table, unit, item and column.
 */
export const TotalBound = z.strictObject({
  table_name: z.string().register(columnMeta, { title: { vi: "Bảng", en: "Table" } }),
  unit_code: unitCode(),
  item: z.string().register(columnMeta, {
    title: { vi: "Dòng", en: "Row" },
    description: {
      vi: "Những gì khác cho biết là dòng nào của bảng, theo thứ tự khóa",
      en: "What else tells the row of its table, in the order of its key",
    },
  }),
  column_name: z.string().register(columnMeta, { title: { vi: "Cột", en: "Column" } }),
  low: z
    .int()
    .min(0)
    .register(columnMeta, {
      title: { vi: "Ít nhất", en: "At least" },
      description: {
        vi: "Tổng của các phần đã nêu; phần bị ẩn hoặc chưa báo cáo tính là 0",
        en: "The sum of the parts that are told; what is hidden or not reported counts as 0",
      },
    }),
  ...withStatus("high", z.int().min(0), "Nhiều nhất", "At most"),
  told: count("Số phần đã nêu", "Parts told"),
  hidden: count("Số phần bị ẩn", "Parts hidden"),
  not_reported: count("Số phần chưa báo cáo", "Parts not reported"),
});
export type TotalBound = z.infer<typeof TotalBound>;
