import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import type { LocalText } from "../text.ts";
import { percent, withStatus } from "./counted.ts";
import { returnAsOf, unitCode } from "./unit-columns.ts";

const returns: LocalText = { vi: "báo cáo", en: "returns" };
const count = (vi: string, en: string, description?: LocalText) =>
  z
    .int()
    .min(0)
    .register(columnMeta, { title: { vi, en }, unit: returns, ...(description === undefined ? {} : { description }) });

/** Returns due from the children of one unit for one day, and when they came in. Grain: unit and day. */
export const ReturnCompleteness = z.strictObject({
  unit_code: unitCode(),
  return_as_of: returnAsOf(),
  due_on: z.iso.date().register(columnMeta, { title: { vi: "Hạn gửi", en: "Due on" } }),
  due: count("Phải gửi", "Due"),
  received: count("Đã nhận", "Received"),
  on_time: count("Đúng hạn", "On time"),
  late: count("Trễ hạn", "Late"),
  undated: count("Không rõ ngày nhận", "Received, day unknown"),
  missing: count("Thiếu", "Missing"),
  awaited: count("Chưa đến hạn", "Awaited", {
    vi: "Chưa nhận, nhưng chưa hết hạn gửi",
    en: "Not received, and the deadline has not passed",
  }),
  ...withStatus("completeness_pct", z.number().min(0).max(100), "Tỷ lệ đầy đủ", "Completeness", percent),
  ...withStatus("timeliness_pct", z.number().min(0).max(100), "Tỷ lệ đúng hạn", "Timeliness", percent),
  ...withStatus("low", z.enum(["yes", "no"]), "Đầy đủ hoặc đúng hạn dưới 90%", "Completeness or timeliness below 90%"),
});
export type ReturnCompleteness = z.infer<typeof ReturnCompleteness>;
