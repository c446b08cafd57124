import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { counted, people, status } from "./counted.ts";

/** Where the subjects of cleaning stand in one unit on one day. Grain: unit and scope. */
export const CleaningProgress = z.strictObject({
  unit_code: z.string().register(columnMeta, { title: { vi: "Mã đơn vị", en: "Unit code" } }),
  scope: z.enum(["all", "at_this_level"]).register(columnMeta, {
    title: { vi: "Phạm vi", en: "Scope" },
    description: {
      vi: "all: cả các đơn vị trực thuộc; at_this_level: chưa rõ đơn vị cấp dưới",
      en: "all: with everything below; at_this_level: no lower unit is known",
    },
  }),
  as_of: z.iso.date().register(columnMeta, { title: { vi: "Số liệu tính đến ngày", en: "As of" } }),
  ...counted("persons", "Người có dữ liệu tiêm", "People with records", people),
  ...counted("subjects", "Đối tượng phải làm sạch", "Subjects to clean", people),
  ...counted("to_list", "Chưa lập danh sách", "To be listed", people),
  ...counted("listed", "Đã lập danh sách", "Listed", people),
  ...counted("reviewed", "Đã rà soát", "Reviewed", people),
  ...counted("matched", "Đã đối chiếu", "Matched", people),
  ...counted("handed_back", "Đã bàn giao", "Handed back", people),
  ...counted("updated", "Đã cập nhật", "Updated", people),
  ...counted("mismatched", "Xác thực lại chưa đúng", "Mismatched again", people),
  ...counted("cleaned", "Đã làm sạch", "Cleaned", people),
  ...counted("class_a", "Thiếu số định danh (nhóm a)", "No identity number (class a)", people),
  ...counted("class_b", "Số định danh sai định dạng (nhóm b)", "Wrong format of the number (class b)", people),
  ...counted("class_c", "Sai thông tin cơ bản (nhóm c)", "Wrong basic data (class c)", people),
  cleaned_pct: z
    .number()
    .min(0)
    .max(100)
    .nullable()
    .register(columnMeta, { title: { vi: "Tỷ lệ đã làm sạch", en: "Share cleaned" }, unit: { vi: "%", en: "%" } }),
  cleaned_pct_status: status(),
});
export type CleaningProgress = z.infer<typeof CleaningProgress>;
