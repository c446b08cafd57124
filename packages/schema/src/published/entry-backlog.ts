import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import type { LocalText } from "../text.ts";
import { counted, doses, percent, withStatus } from "./counted.ts";
import { asOfDay, unitCode } from "./unit-columns.ts";

const days: LocalText = { vi: "ngày", en: "days" };
const share = () => z.number().min(0).max(100);

/** Doses of one unit given and entered: by its latest return, and in the records of its people. Grain: unit. */
export const EntryBacklog = z.strictObject({
  unit_code: unitCode(),
  as_of: asOfDay(),
  return_as_of: z.iso
    .date()
    .nullable()
    .register(columnMeta, { title: { vi: "Báo cáo của đơn vị tính đến ngày", en: "Return as of" } }),
  ...counted("doses_given", "Mũi đã tiêm (đơn vị báo cáo)", "Doses given, by the return", doses),
  ...counted("doses_recorded", "Mũi đã nhập (đơn vị báo cáo)", "Doses recorded, by the return", doses),
  ...counted("doses_not_entered", "Mũi chưa nhập (đơn vị báo cáo)", "Doses not entered, by the return", doses),
  ...counted("doses_in_records", "Mũi có trong dữ liệu", "Doses in the records", doses),
  ...counted("doses_dated", "Mũi có cả ngày tiêm và ngày nhập", "Doses with the days of both", doses),
  ...counted("median_days", "Số ngày đến khi nhập, trung vị", "Days to entry, median", days),
  ...counted("ninetieth_days", "Số ngày đến khi nhập, phân vị 90", "Days to entry, 90th percentile", days),
  ...withStatus("over_1_day_pct", share(), "Nhập sau hơn 1 ngày", "Entered after more than 1 day", percent),
  ...withStatus("over_7_days_pct", share(), "Nhập sau hơn 7 ngày", "Entered after more than 7 days", percent),
  ...withStatus("over_14_days_pct", share(), "Nhập sau hơn 14 ngày", "Entered after more than 14 days", percent),
});
export type EntryBacklog = z.infer<typeof EntryBacklog>;
