import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { vaccineNames, vaccines } from "../vaccines.ts";
import { codesOf, doseKinds } from "../vocabulary.ts";

/** What is written of one dose, the same in both record kinds. */
export const doseColumns = () => ({
  vaccine: z.enum(codesOf(vaccines)).register(columnMeta, {
    title: { vi: "Tên vắc xin", en: "Vaccine" },
    example: "AstraZeneca",
    synonyms: ["vắc xin", "vaccine", "loại vắc xin", "tên vaccine", "loại vaccine"],
    values: vaccineNames,
    codes: { missing: "VACCINE.UNKNOWN", enum: "VACCINE.UNKNOWN" },
  }),
  dose_date: z.iso.date().register(columnMeta, {
    title: { vi: "Ngày tiêm", en: "Date of the dose" },
    example: "15/09/2021",
    synonyms: ["ngày tiêm chủng", "ngày"],
    codes: { missing: "DATE.MISSING" },
  }),
  lot: z
    .string()
    .max(50)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Lô vắc xin", en: "Lot" },
      example: "FF2832",
      synonyms: ["số lô", "lô", "lô vaccine"],
    }),
  facility: z
    .string()
    .max(200)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Địa điểm tiêm", en: "Place of vaccination" },
      example: "Trạm Y tế phường Tân Phú",
      synonyms: ["cơ sở tiêm", "nơi tiêm", "điểm tiêm", "đơn vị tiêm"],
    }),
  dose_kind: z
    .enum(codesOf(doseKinds))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Loại mũi", en: "Kind of dose" },
      example: "cơ bản",
      synonyms: ["loại mũi tiêm"],
      values: {
        "cơ bản": "primary",
        "bổ sung": "additional",
        "nhắc lại": "booster_1",
        "nhắc lại lần 1": "booster_1",
        "nhắc lại lần 2": "booster_2",
      },
    }),
});
