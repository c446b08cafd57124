import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, datePrecisions, editions, measureUnits, qualifiers } from "../vocabulary.ts";
import { corrects } from "./parts.ts";

const Count = z.int().min(0).max(1_000_000_000_000);
const qualifierValues = { khoảng: "approx", trên: "at_least", hơn: "at_least", gần: "at_most", "làm tròn": "rounded" };
const measureValues = Object.fromEntries(Object.entries(measureUnits).map(([code, { vi }]) => [vi, code]));

/**
 * One published figure as its source states it: a part of a total (`done`, `total`), a count (`value`), or a status.
 * Grain: unit, day, indicator and source. Each number carries the qualifier its source gave it.
 */
export const Figure = z.strictObject({
  unit_code: z
    .string()
    .min(1)
    .max(5)
    .register(columnMeta, {
      title: { vi: "Mã đơn vị", en: "Unit code" },
      description: {
        vi: "Mã của cơ quan thống kê theo ấn bản; VN là cả nước",
        en: "Code of the statistics office by edition; VN is the country",
      },
      example: "70",
      synonyms: ["mã đơn vị", "mã tỉnh"],
      codes: { missing: "UNIT.MISSING", length: "UNIT.UNKNOWN" },
    }),
  edition: z.enum(codesOf(editions)).register(columnMeta, {
    title: { vi: "Ấn bản danh mục đơn vị", en: "Edition of the units" },
    example: "2022",
    synonyms: ["ấn bản"],
    codes: { enum: "EDITION.UNKNOWN" },
  }),
  as_of: z.iso.date().register(columnMeta, {
    title: { vi: "Số liệu tính đến ngày", en: "As of" },
    example: "2022-04-26",
    synonyms: ["ngày", "tính đến ngày"],
    codes: { missing: "DATE.MISSING" },
  }),
  as_of_precision: z.enum(codesOf(datePrecisions)).register(columnMeta, {
    title: { vi: "Độ chính xác của ngày", en: "Precision of the date" },
    example: "day",
    values: { ngày: "day", tháng: "month", năm: "year" },
  }),
  indicator: z
    .string()
    .regex(/^[a-z0-9_]+\.[a-z0-9_]+$/)
    .register(columnMeta, {
      title: { vi: "Chỉ tiêu", en: "Indicator" },
      example: "lam_sach.doi_tuong",
      synonyms: ["chỉ tiêu"],
      codes: { missing: "INDICATOR.UNKNOWN", format: "INDICATOR.UNKNOWN" },
    }),
  done: Count.nullable().register(columnMeta, {
    title: { vi: "Đã làm", en: "Done" },
    example: "240000",
    synonyms: ["đã làm"],
    codes: { below: "COUNT.NEGATIVE" },
  }),
  done_qualifier: z
    .enum(codesOf(qualifiers))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Cách nêu số đã làm", en: "Qualifier of done" },
      example: "at_most",
      values: qualifierValues,
    }),
  total: Count.nullable().register(columnMeta, {
    title: { vi: "Tổng số", en: "Total" },
    example: "424000",
    synonyms: ["tổng số"],
    codes: { below: "COUNT.NEGATIVE" },
  }),
  total_qualifier: z
    .enum(codesOf(qualifiers))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Cách nêu tổng số", en: "Qualifier of total" },
      example: "rounded",
      values: qualifierValues,
    }),
  value: Count.nullable().register(columnMeta, {
    title: { vi: "Giá trị", en: "Value" },
    example: "7600000",
    synonyms: ["giá trị"],
    codes: { below: "COUNT.NEGATIVE" },
  }),
  value_qualifier: z
    .enum(codesOf(qualifiers))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Cách nêu giá trị", en: "Qualifier of value" },
      example: "at_least",
      values: qualifierValues,
    }),
  measure_unit: z
    .enum(codesOf(measureUnits))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Đơn vị tính", en: "Measure unit" },
      example: "người",
      synonyms: ["đơn vị tính"],
      values: measureValues,
      codes: { enum: "MEASURE.UNKNOWN" },
    }),
  reported_pct: z
    .string()
    // Kept as written: the number of decimals is part of the claim (50 is 49.5 to 50.5, 34.47 is 34.465 to 34.475).
    .regex(/^[0-9]{1,4}([.,][0-9]{1,4})?$/)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Tỷ lệ nguồn nêu (%)", en: "Percentage as reported" },
      example: "50",
      synonyms: ["tỷ lệ", "tỉ lệ"],
      codes: { format: "PERCENTAGE.FORMAT" },
    }),
  source: z
    .string()
    .min(1)
    .max(1000)
    .register(columnMeta, {
      title: { vi: "Nguồn", en: "Source" },
      example: "Báo Bình Phước, 26-4-2022",
      synonyms: ["nguồn"],
      codes: { missing: "SOURCE.MISSING" },
    }),
  note: z
    .string()
    .max(2000)
    .nullable()
    .register(columnMeta, { title: { vi: "Ghi chú", en: "Note" }, synonyms: ["ghi chú"] }),
  note_en: z
    .string()
    .max(2000)
    .nullable()
    .register(columnMeta, { title: { vi: "Ghi chú (tiếng Anh)", en: "Note in English" } }),
  corrects: corrects(),
});
export type Figure = z.infer<typeof Figure>;
