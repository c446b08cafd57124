import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { doseColumns } from "./dose-columns.ts";
import { corrects, identityColumns, residenceColumns } from "./parts.ts";

/** One dose given to one person, with the person's data beside it. */
export const DoseRecord = z.strictObject({
  ...identityColumns(),
  ...residenceColumns(),
  dose_number: z
    .int()
    .min(1)
    .max(9)
    .register(columnMeta, {
      title: { vi: "Mũi số", en: "Dose number" },
      example: "1",
      synonyms: ["mũi", "mũi tiêm", "mũi tiêm số", "số mũi", "lần tiêm"],
    }),
  ...doseColumns(),
  entered_on: z.iso
    .date()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Ngày nhập liệu", en: "Entered on" },
      example: "16/09/2021",
      synonyms: ["ngày nhập"],
    }),
  note: z
    .string()
    .max(300)
    .nullable()
    .register(columnMeta, { title: { vi: "Ghi chú", en: "Note" } }),
  corrects: corrects(),
});
export type DoseRecord = z.infer<typeof DoseRecord>;
