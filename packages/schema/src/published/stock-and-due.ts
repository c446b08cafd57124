import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import type { LocalText } from "../text.ts";
import { vaccines } from "../vaccines.ts";
import { codesOf, doseKinds } from "../vocabulary.ts";
import { counted, doses, people, withStatus } from "./counted.ts";
import { asOfDay, scope, unitCode } from "./unit-columns.ts";

const vials: LocalText = { vi: "liều", en: "doses" };
const returnDay = { title: { vi: "Báo cáo tồn kho cũ nhất, tính đến ngày", en: "Oldest stock return counted, as of" } };
const yesOrNo = () => z.enum(["yes", "no"]);

/** People of one unit who have waited long enough for their next dose. Grain: unit, scope and kind of dose. */
export const DoseDue = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  dose_kind: z.enum(codesOf(doseKinds)).register(columnMeta, { title: { vi: "Loại mũi", en: "Kind of dose" } }),
  ...counted("persons", "Số người đến hạn tiêm", "People due", people),
});
export type DoseDue = z.infer<typeof DoseDue>;

/** Doses of vaccine in the stores of one unit. Grain: unit, scope, vaccine and expiry. */
export const StockLeft = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  vaccine: z.enum(codesOf(vaccines)).register(columnMeta, { title: { vi: "Vắc xin", en: "Vaccine" } }),
  expiry: z.string().register(columnMeta, {
    title: { vi: "Hạn dùng", en: "Expiry" },
    description: { vi: "Ngày; unknown: không ghi hạn dùng", en: "A day; unknown: the return says none" },
  }),
  usable: yesOrNo().register(columnMeta, { title: { vi: "Còn hạn", en: "Not expired" } }),
  return_as_of: z.iso.date().register(columnMeta, returnDay),
  doses: z
    .int()
    .min(0)
    .register(columnMeta, { title: { vi: "Số liều còn tồn", en: "Doses left" }, unit: vials }),
});
export type StockLeft = z.infer<typeof StockLeft>;

/** Vaccine left in one unit against its people due. Grain: unit. */
export const StockAndDue = z.strictObject({
  unit_code: unitCode(),
  as_of: asOfDay(),
  return_as_of: z.iso.date().nullable().register(columnMeta, returnDay),
  ...counted("doses_left", "Số liều còn tồn, còn hạn", "Doses left, not expired", vials),
  ...counted("doses_expiring", "Trong đó hết hạn trong 28 ngày tới", "Of these, expiring within 28 days", vials),
  ...counted("persons_due", "Số người đến hạn tiêm", "People due", people),
  ...counted("given_28_days", "Số mũi đã tiêm trong 28 ngày qua", "Doses given in the last 28 days", doses),
  ...withStatus("slow", yesOrNo(), "Tiêm chậm trong khi vắc xin còn", "Slow while vaccine remains"),
});
export type StockAndDue = z.infer<typeof StockAndDue>;
