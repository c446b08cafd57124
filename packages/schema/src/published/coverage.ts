import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { ageGroups, codesOf, reachedDoses, sexes } from "../vocabulary.ts";
import { counted, people, percent, withStatus } from "./counted.ts";
import { scope, unitCode } from "./unit-columns.ts";

/** People of one unit who have had a kind of dose. Grain: unit, scope, age group, sex and kind of dose. */
export const Coverage = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  age_group: z.enum(codesOf(ageGroups)).register(columnMeta, {
    title: { vi: "Nhóm tuổi", en: "Age group" },
    description: {
      vi: "all: mọi lứa tuổi, kể cả dưới 5 tuổi và không rõ tuổi",
      en: "all: all ages, children under five and unknown ages too",
    },
  }),
  sex: z.enum([...codesOf(sexes), "all"]).register(columnMeta, { title: { vi: "Giới tính", en: "Sex" } }),
  reached: z.enum(codesOf(reachedDoses)).register(columnMeta, { title: { vi: "Loại mũi", en: "Kind of dose" } }),
  ...counted("persons", "Số người đã tiêm", "People who have had it", people),
  ...counted("population", "Dân số", "Population", people),
  ...withStatus("coverage_pct", z.number().min(0), "Tỷ lệ bao phủ", "Coverage", percent),
  ...counted("unlinked", "Trong đó chưa gắn được với người cụ thể", "Of these, not linked to a person", people),
  ...withStatus(
    "unlinked_pct",
    z.number().min(0).max(100),
    "Tỷ lệ chưa gắn được với người cụ thể",
    "Share not linked to a person",
    percent,
  ),
});
export type Coverage = z.infer<typeof Coverage>;
