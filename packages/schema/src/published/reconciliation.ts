import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { claimMeasures, codesOf, verdicts } from "../vocabulary.ts";
import { withStatus } from "./counted.ts";
import { unitCode } from "./unit-columns.ts";

/** One number that a return or a figure states, against the one computed elsewhere. Grain: claim, indicator, measure and basis. */
export const Reconciliation = z.strictObject({
  claim: z.string().register(columnMeta, {
    title: { vi: "Mã con số", en: "Claim" },
    description: {
      vi: "Mã của con số đã công bố, hoặc ngày, đơn vị và loại báo cáo",
      en: "The figure's address, or the day, unit and kind of a return",
    },
  }),
  source: z
    .enum(["progress_return", "indicator_return", "stock_return", "figure"])
    .register(columnMeta, { title: { vi: "Nơi nêu", en: "Where it is stated" } }),
  unit_code: unitCode(),
  indicator: z.string().register(columnMeta, {
    title: { vi: "Chỉ tiêu", en: "Indicator" },
    description: {
      vi: "Mã chỉ tiêu; của báo cáo tồn kho là vac_xin. và mã vắc xin",
      en: "The indicator's code; of a stock return vac_xin. and the vaccine's code",
    },
  }),
  day: z.iso.date().register(columnMeta, { title: { vi: "Số liệu tính đến ngày", en: "As of" } }),
  measure: z.enum(codesOf(claimMeasures)).register(columnMeta, {
    title: { vi: "Số liệu", en: "Number" },
    description: {
      vi: "Theo đơn vị tính của chỉ tiêu; pct: %; closing: liều",
      en: "In the indicator's measure unit; pct: in %; closing: in doses",
    },
  }),
  basis: z.enum(["records", "own_numbers"]).register(columnMeta, {
    title: { vi: "Đối chiếu với", en: "Against" },
    description: {
      vi: "records: dữ liệu từng người của báo cáo; own_numbers: các số nêu kèm",
      en: "records: the report's rows of people; own_numbers: the numbers stated with it",
    },
  }),
  ...withStatus("reported", z.number(), "Báo cáo nêu", "Reported"),
  ...withStatus("computed", z.number(), "Tính được", "Computed"),
  ...withStatus("difference", z.number(), "Chênh lệch: tính được − báo cáo nêu", "Difference: computed − reported"),
  ...withStatus("verdict", z.enum(codesOf(verdicts)), "Kết quả đối chiếu", "Verdict"),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
