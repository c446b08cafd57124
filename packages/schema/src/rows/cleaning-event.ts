import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { cleaningResults, cleaningSteps, codesOf } from "../vocabulary.ts";
import { corrects, recordKey, unitCode } from "./parts.ts";

const written = (terms: Readonly<Record<string, { vi: string }>>) =>
  Object.fromEntries(Object.entries(terms).map(([code, { vi }]) => [vi, code]));

/** One thing that happened to one record in the five steps: which step, when, where, with what result. */
export const CleaningEvent = z.strictObject({
  record_key: recordKey(),
  step: z.enum(codesOf(cleaningSteps)).register(columnMeta, {
    title: { vi: "Bước", en: "Step" },
    example: "đã đối chiếu",
    synonyms: ["bước làm sạch"],
    values: {
      ...written(cleaningSteps),
      "1": "listed",
      "2": "reviewed",
      "3": "matched",
      "4": "handed_back",
      "5": "updated",
    },
  }),
  event_date: z.iso.date().register(columnMeta, {
    title: { vi: "Ngày thực hiện", en: "Date" },
    example: "20/04/2022",
    codes: { missing: "DATE.MISSING" },
  }),
  unit_code: unitCode(),
  result: z
    .enum(codesOf(cleaningResults))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Kết quả", en: "Result" },
      example: "đúng",
      values: written(cleaningResults),
    }),
  wrong_fields: z
    .string()
    .max(200)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Thông tin sai", en: "Wrong fields" },
      example: "ngày sinh",
      synonyms: ["trường sai"],
    }),
  corrects: corrects(),
});
export type CleaningEvent = z.infer<typeof CleaningEvent>;
