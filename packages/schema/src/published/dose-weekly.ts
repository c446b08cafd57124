import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { vaccines } from "../vaccines.ts";
import { codesOf, doseKinds } from "../vocabulary.ts";
import { counted, doses } from "./counted.ts";
import { scope, unitCode } from "./unit-columns.ts";

/** Doses given in one week to people of one unit. Grain: unit, scope, week, vaccine and kind of dose. */
export const DoseWeekly = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  week: z.iso.date().register(columnMeta, {
    title: { vi: "Tuần (ngày thứ Hai)", en: "Week (its Monday)" },
  }),
  vaccine: z.enum(codesOf(vaccines)).register(columnMeta, { title: { vi: "Vắc xin", en: "Vaccine" } }),
  dose_kind: z.enum(codesOf(doseKinds)).register(columnMeta, { title: { vi: "Loại mũi", en: "Kind of dose" } }),
  ...counted("doses", "Số mũi", "Doses", doses),
});
export type DoseWeekly = z.infer<typeof DoseWeekly>;
