import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, effects } from "../vocabulary.ts";
import { counted, people } from "./counted.ts";
import { scope, unitCode } from "./unit-columns.ts";

/** How many people and rows about people of one unit raise an issue. Grain: unit, scope and code. */
export const PersonIssueCount = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  code: z.string().register(columnMeta, { title: { vi: "Mã vấn đề", en: "Issue code" } }),
  effect: z.enum(codesOf(effects)).register(columnMeta, { title: { vi: "Hệ quả", en: "Effect" } }),
  ministry_class: z
    .enum(["a", "b", "c"])
    .nullable()
    .register(columnMeta, { title: { vi: "Nhóm theo CV 2262", en: "Class of CV 2262" } }),
  ...counted("persons", "Số người", "People", people),
  ...counted("records", "Số dòng", "Rows", { vi: "dòng", en: "rows" }),
});
export type PersonIssueCount = z.infer<typeof PersonIssueCount>;
