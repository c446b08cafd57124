import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { counted, people } from "./counted.ts";
import { unitCode } from "./unit-columns.ts";

/** Subjects that became cleaned on one day in one unit, and how many were by its end. Grain: unit and day with a change. */
export const CleaningDaily = z.strictObject({
  unit_code: unitCode(),
  day: z.iso.date().register(columnMeta, { title: { vi: "Ngày", en: "Day" } }),
  ...counted("newly_cleaned", "Làm sạch trong ngày", "Cleaned that day", people),
  ...counted("fell_back", "Xác thực lại thấy sai", "Found wrong again", people),
  ...counted("cleaned_to_date", "Đã làm sạch đến hết ngày", "Cleaned to date", people),
});
export type CleaningDaily = z.infer<typeof CleaningDaily>;
