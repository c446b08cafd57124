import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import type { LocalText } from "../text.ts";
import { counted, people, withStatus } from "./counted.ts";
import { asOfDay, unitCode } from "./unit-columns.ts";

const peopleADay: LocalText = { vi: "người/ngày", en: "people a day" };

/** How fast the subjects of one unit become cleaned, and when they would all be. Grain: unit. */
export const Pace = z.strictObject({
  unit_code: unitCode(),
  as_of: asOfDay(),
  ...counted("remaining", "Còn phải làm sạch", "Left to clean", people),
  ...withStatus("cleaned_7_days", z.int(), "Làm sạch thêm trong 7 ngày", "Cleaned in 7 days, net", people),
  ...withStatus("cleaned_28_days", z.int(), "Làm sạch thêm trong 28 ngày", "Cleaned in 28 days, net", people),
  ...withStatus("pace_7_days", z.number(), "Tốc độ 7 ngày qua", "Pace of the last 7 days", peopleADay),
  ...withStatus("pace_28_days", z.number(), "Tốc độ 28 ngày qua", "Pace of the last 28 days", peopleADay),
  ...withStatus("finish_on", z.iso.date(), "Dự kiến xong ngày (theo tốc độ 7 ngày)", "Finish at the 7-day pace"),
});
export type Pace = z.infer<typeof Pace>;

/** The pace that a deadline asks of one unit. Grain: unit and deadline. */
export const PaceNeeded = z.strictObject({
  unit_code: unitCode(),
  deadline_on: z.iso.date().register(columnMeta, { title: { vi: "Thời hạn", en: "Deadline" } }),
  as_of: asOfDay(),
  days_left: z.int().register(columnMeta, {
    title: { vi: "Số ngày còn lại", en: "Days left" },
    description: { vi: "Số âm: đã quá hạn", en: "Negative: the deadline has passed" },
    unit: { vi: "ngày", en: "days" },
  }),
  ...counted("remaining", "Còn phải làm sạch", "Left to clean", people),
  ...withStatus("needed_a_day", z.number().min(0), "Tốc độ cần có", "Pace needed", peopleADay),
});
export type PaceNeeded = z.infer<typeof PaceNeeded>;
