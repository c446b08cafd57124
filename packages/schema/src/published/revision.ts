import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, revisionReasons } from "../vocabulary.ts";
import { unitCode } from "./unit-columns.ts";

const rules = (vi: string, en: string) =>
  z
    .string()
    .nullable()
    .register(columnMeta, {
      title: { vi, en },
      description: {
        vi: "Chỉ khi lý do là thay đổi quy tắc; trống: kỳ đó chưa ghi phiên bản",
        en: "Only where the reason is a rule change; blank: that release names no version",
      },
    });

/** A number that the release before stated otherwise of the same past day. Grain: table, unit, day, item and column. */
export const Revision = z.strictObject({
  table_name: z.string().register(columnMeta, { title: { vi: "Bảng", en: "Table" } }),
  unit_code: unitCode(),
  day: z.iso.date().register(columnMeta, {
    title: { vi: "Ngày của số liệu", en: "Day of the number" },
    description: {
      vi: "Số theo tuần: ngày thứ Hai; báo cáo: ngày báo cáo tính đến",
      en: "The Monday of a week; the day that a return is for",
    },
  }),
  item: z.string().register(columnMeta, {
    title: { vi: "Dòng", en: "Row" },
    description: {
      vi: "Những gì khác cho biết là dòng nào của bảng, theo thứ tự khóa",
      en: "What else tells the row of its table, in the order of its key",
    },
  }),
  column_name: z.string().register(columnMeta, { title: { vi: "Cột", en: "Column" } }),
  before: z.number().register(columnMeta, { title: { vi: "Kỳ trước", en: "Before" } }),
  after: z.number().register(columnMeta, { title: { vi: "Kỳ này", en: "After" } }),
  earlier_as_of: z.iso.date().register(columnMeta, { title: { vi: "Kỳ công bố trước", en: "Release before" } }),
  reason: z.enum(codesOf(revisionReasons)).register(columnMeta, {
    title: { vi: "Lý do", en: "Reason" },
    description: {
      vi: "late_input: từ kỳ trước có thêm dòng nói về đơn vị và ngày đó; correction: dòng đến sau sửa dòng trước; rule_change: không có dòng nào như vậy, quy tắc đã đổi",
      en: "late_input: a row that speaks of the unit and day came in since; correction: a later row corrects an earlier one; rule_change: no such row, and the rules are others",
    },
  }),
  rules_before: rules("Phiên bản quy tắc kỳ trước", "Version of the rules before"),
  rules_after: rules("Phiên bản quy tắc kỳ này", "Version of the rules after"),
});
export type Revision = z.infer<typeof Revision>;
