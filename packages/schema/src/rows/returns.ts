import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { vaccineNames, vaccines } from "../vaccines.ts";
import { ageGroups, codesOf, measureUnits, qualifiers } from "../vocabulary.ts";
import { asOf, Count, corrects, edition, unitCode } from "./parts.ts";

const count = (vi: string, en: string, example: string, synonyms: string[] = []) =>
  Count.nullable().register(columnMeta, { title: { vi, en }, example, synonyms, codes: { below: "COUNT.NEGATIVE" } });
const stock = (vi: string, en: string, example: string, synonyms: string[] = []) =>
  Count.nullable().register(columnMeta, {
    title: { vi, en },
    unit: { vi: "liều", en: "doses" },
    example,
    synonyms,
    codes: { below: "STOCK.NEGATIVE" },
  });
const percentage = () =>
  z
    .string()
    .regex(/^[0-9]{1,4}([.,][0-9]{1,4})?$/)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Tỷ lệ báo cáo (%)", en: "Percentage as reported" },
      example: "56,6",
      synonyms: ["tỷ lệ", "tỉ lệ", "tỷ lệ (%)"],
      codes: { format: "PERCENTAGE.FORMAT" },
    });
const receivedAt = () =>
  z.iso
    .date()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Ngày nhận", en: "Received on" },
      example: "27/04/2022",
      synonyms: ["ngày gửi"],
    });

/** One unit's return on the cleaning of its data and the entry of its doses, on one day. */
export const ProgressReturn = z.strictObject({
  unit_code: unitCode(),
  edition: edition(),
  as_of: asOf(),
  subjects_total: count("Số đối tượng phải làm sạch", "Subjects to clean", "424000", [
    "tổng số đối tượng",
    "số phải làm sạch",
  ]),
  subjects_cleaned: count("Số đối tượng đã làm sạch", "Subjects cleaned", "240000", ["đã làm sạch", "số đã làm sạch"]),
  listed: count("Đã lập danh sách", "Listed", "400000"),
  reviewed: count("Đã rà soát", "Reviewed", "350000"),
  matched: count("Đã đối chiếu", "Matched", "300000"),
  handed_back: count("Đã bàn giao", "Handed back", "280000"),
  updated: count("Đã cập nhật", "Updated", "260000"),
  doses_given: count("Số mũi đã tiêm", "Doses given", "2140000", ["mũi đã tiêm"]),
  doses_recorded: count("Số mũi đã nhập hệ thống", "Doses recorded", "2060000", ["mũi đã nhập"]),
  doses_not_entered: count("Số mũi chưa nhập", "Doses not entered", "80000", ["mũi chưa nhập"]),
  reported_pct: percentage(),
  received_at: receivedAt(),
  supersedes: asOf()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Thay báo cáo ngày", en: "Replaces the return of" },
      example: "2022-04-19",
      synonyms: ["thay cho báo cáo ngày"],
    }),
  corrects: corrects(),
});
export type ProgressReturn = z.infer<typeof ProgressReturn>;

/** One unit's stock of one lot of a vaccine on one day: opening + received − issued − used − wasted = closing. */
export const StockReturn = z.strictObject({
  unit_code: unitCode(),
  as_of: asOf(),
  vaccine: z.enum(codesOf(vaccines)).register(columnMeta, {
    title: { vi: "Tên vắc xin", en: "Vaccine" },
    example: "Pfizer",
    synonyms: ["vắc xin", "vaccine", "loại vắc xin"],
    values: vaccineNames,
    codes: { missing: "VACCINE.UNKNOWN", enum: "VACCINE.UNKNOWN" },
  }),
  lot: z
    .string()
    .min(1)
    .max(50)
    .register(columnMeta, { title: { vi: "Số lô", en: "Lot" }, example: "FF2832", synonyms: ["lô vắc xin", "lô"] }),
  expiry: z.iso
    .date()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Hạn dùng", en: "Expiry" },
      example: "31/08/2022",
      synonyms: ["hạn sử dụng", "hsd"],
    }),
  opening: stock("Tồn đầu kỳ", "Opening", "1000", ["tồn đầu"]),
  received: stock("Nhận trong kỳ", "Received", "500", ["nhập trong kỳ", "nhận"]),
  issued: stock("Cấp cho tuyến dưới", "Issued", "200", ["xuất cấp", "cấp"]),
  used: stock("Đã sử dụng", "Used", "700", ["sử dụng", "đã tiêm"]),
  wasted: stock("Hao phí", "Wasted", "10", ["hủy"]),
  closing: stock("Tồn cuối kỳ", "Closing", "590", ["tồn cuối", "còn tồn"]),
  corrects: corrects(),
});
export type StockReturn = z.infer<typeof StockReturn>;

/** One unit's own result on one indicator of Project 06, on one day. */
export const IndicatorReturn = z.strictObject({
  unit_code: unitCode(),
  edition: edition(),
  as_of: asOf(),
  indicator: z
    .string()
    .regex(/^[a-z0-9_]+\.[a-z0-9_]+$/)
    .register(columnMeta, {
      title: { vi: "Mã chỉ tiêu Đề án 06", en: "Project 06 indicator" },
      example: "lam_sach.doi_tuong",
      synonyms: ["chỉ tiêu đề án 06", "mã chỉ tiêu"],
      codes: { missing: "INDICATOR.UNKNOWN", format: "INDICATOR.UNKNOWN" },
    }),
  done: count("Đã làm", "Done", "8", ["đã hoàn thành"]),
  total: count("Tổng số", "Total", "11"),
  value: count("Giá trị", "Value", "8"),
  measure_unit: z
    .enum(codesOf(measureUnits))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Đơn vị tính", en: "Measure unit" },
      example: "người",
      values: Object.fromEntries(Object.entries(measureUnits).map(([code, { vi }]) => [vi, code])),
      codes: { enum: "MEASURE.UNKNOWN" },
    }),
  qualifier: z
    .enum(codesOf(qualifiers))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Cách nêu số", en: "Qualifier" },
      example: "exact",
      values: {
        khoảng: "approx",
        trên: "at_least",
        hơn: "at_least",
        gần: "at_most",
        "làm tròn": "rounded",
        "đúng bằng": "exact",
      },
    }),
  due_date: z.iso
    .date()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Hạn hoàn thành", en: "Due date" },
      example: "30/06/2022",
      synonyms: ["thời hạn"],
    }),
  corrects: corrects(),
});
export type IndicatorReturn = z.infer<typeof IndicatorReturn>;

/** The population of one age group in one unit: the denominator of coverage. */
export const Population = z.strictObject({
  unit_code: unitCode(),
  edition: edition(),
  age_group: z.enum(codesOf(ageGroups)).register(columnMeta, {
    title: { vi: "Nhóm tuổi", en: "Age group" },
    example: "18-49",
    synonyms: ["lứa tuổi"],
    values: Object.fromEntries(Object.entries(ageGroups).map(([code, { vi }]) => [vi, code])),
  }),
  persons: Count.register(columnMeta, {
    title: { vi: "Số người", en: "Persons" },
    example: "512000",
    synonyms: ["dân số"],
    codes: { below: "COUNT.NEGATIVE" },
  }),
  source: z
    .string()
    .min(1)
    .max(1000)
    .register(columnMeta, {
      title: { vi: "Nguồn", en: "Source" },
      example: "Niên giám thống kê 2021",
      codes: { missing: "SOURCE.MISSING" },
    }),
  population_date: z.iso.date().register(columnMeta, {
    title: { vi: "Ngày của dân số", en: "Date of the population" },
    example: "2021-12-31",
    synonyms: ["thời điểm"],
    codes: { missing: "DATE.MISSING" },
  }),
  corrects: corrects(),
});
export type Population = z.infer<typeof Population>;
