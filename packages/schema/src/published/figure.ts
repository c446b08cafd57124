import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import {
  cellStatuses,
  codesOf,
  datePrecisions,
  editions,
  explanations,
  measureUnits,
  qualifiers,
  verdicts,
} from "../vocabulary.ts";

const status = () => z.enum(codesOf(cellStatuses)).nullable();
const qualifierTitle = (of: string, ofEn: string) => ({ title: { vi: `Cách nêu ${of}`, en: `Qualifier of ${ofEn}` } });
const statusTitle = (of: string, ofEn: string) => ({
  title: { vi: `Tình trạng ô ${of}`, en: `Status of ${ofEn}` },
  description: {
    vi: "trống = có số; c bị ẩn, x chưa báo cáo, z không áp dụng, p sơ bộ, r đã điều chỉnh",
    en: "blank = a number; c hidden, x not reported, z does not apply, p provisional, r revised",
  },
});
const percent = { vi: "%", en: "%" };

/** One published figure with the percentage computed from its own numbers. Grain: unit, day, indicator, source. */
export const PublishedFigure = z.strictObject({
  figure_id: z.string().register(columnMeta, {
    title: { vi: "Mã con số", en: "Figure" },
    description: {
      vi: "Địa chỉ cố định của con số: ngày, đơn vị, chỉ tiêu",
      en: "Permanent address of the figure: day, unit, indicator",
    },
  }),
  unit_code: z.string().register(columnMeta, { title: { vi: "Mã đơn vị", en: "Unit code" } }),
  edition: z
    .enum(codesOf(editions))
    .register(columnMeta, { title: { vi: "Ấn bản danh mục đơn vị", en: "Edition of the units" } }),
  as_of: z.iso.date().register(columnMeta, { title: { vi: "Số liệu tính đến ngày", en: "As of" } }),
  as_of_precision: z
    .enum(codesOf(datePrecisions))
    .register(columnMeta, { title: { vi: "Độ chính xác của ngày", en: "Precision of the date" } }),
  indicator: z.string().register(columnMeta, { title: { vi: "Chỉ tiêu", en: "Indicator" } }),
  done: z
    .int()
    .nullable()
    .register(columnMeta, { title: { vi: "Đã làm", en: "Done" } }),
  done_qualifier: z.enum(codesOf(qualifiers)).nullable().register(columnMeta, qualifierTitle("số đã làm", "done")),
  done_status: status().register(columnMeta, statusTitle("số đã làm", "done")),
  total: z
    .int()
    .nullable()
    .register(columnMeta, { title: { vi: "Tổng số", en: "Total" } }),
  total_qualifier: z.enum(codesOf(qualifiers)).nullable().register(columnMeta, qualifierTitle("tổng số", "total")),
  total_status: status().register(columnMeta, statusTitle("tổng số", "total")),
  value: z
    .int()
    .nullable()
    .register(columnMeta, { title: { vi: "Giá trị", en: "Value" } }),
  value_qualifier: z.enum(codesOf(qualifiers)).nullable().register(columnMeta, qualifierTitle("giá trị", "value")),
  value_status: status().register(columnMeta, statusTitle("giá trị", "value")),
  measure_unit: z
    .enum(codesOf(measureUnits))
    .nullable()
    .register(columnMeta, { title: { vi: "Đơn vị tính", en: "Measure unit" } }),
  reported_pct: z
    .number()
    .nullable()
    .register(columnMeta, { title: { vi: "Tỷ lệ nguồn nêu", en: "Percentage as reported" }, unit: percent }),
  reported_pct_decimals: z
    .int()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Số chữ số lẻ của tỷ lệ nguồn nêu", en: "Decimals of the reported percentage" },
    }),
  reported_pct_status: status().register(columnMeta, statusTitle("tỷ lệ nguồn nêu", "the reported percentage")),
  computed_pct: z
    .number()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Tỷ lệ tính từ số của nguồn", en: "Percentage as computed" },
      description: { vi: "100 × đã làm ÷ tổng số, hai chữ số lẻ", en: "100 × done ÷ total, two decimals" },
      unit: percent,
    }),
  computed_pct_low: z
    .number()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Tỷ lệ tính được, thấp nhất", en: "Computed percentage, lowest" },
      description: {
        vi: "Theo cách nguồn nêu từng số (khoảng, trên, gần)",
        en: "By the qualifiers of the two numbers",
      },
      unit: percent,
    }),
  computed_pct_high: z
    .number()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Tỷ lệ tính được, cao nhất", en: "Computed percentage, highest" },
      unit: percent,
    }),
  computed_pct_status: status().register(columnMeta, statusTitle("tỷ lệ tính được", "the computed percentage")),
  pct_gap: z
    .number()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Chênh lệch: tính được − nguồn nêu", en: "Gap: computed − reported" },
      unit: { vi: "điểm phần trăm", en: "percentage points" },
    }),
  verdict: z
    .enum(codesOf(verdicts))
    .register(columnMeta, { title: { vi: "Đối chiếu hai tỷ lệ", en: "Verdict on the two percentages" } }),
  explanation: z
    .enum(codesOf(explanations))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Lý do chênh lệch", en: "Explanation of the gap" },
      description: { vi: "Giả thuyết duy nhất phù hợp", en: "The only hypothesis that fits" },
    }),
  source: z.string().register(columnMeta, { title: { vi: "Nguồn", en: "Source" } }),
  note: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Ghi chú", en: "Note" } }),
  note_en: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Ghi chú (tiếng Anh)", en: "Note in English" } }),
  input_file: z.string().register(columnMeta, { title: { vi: "Tệp đầu vào", en: "Input file" } }),
  input_line: z.int().register(columnMeta, { title: { vi: "Dòng trong tệp", en: "Line in the file" } }),
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;
