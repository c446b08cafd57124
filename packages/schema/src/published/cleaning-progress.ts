import { z } from "zod";
import { counted, people, percent, withStatus } from "./counted.ts";
import { asOfDay, scope, unitCode } from "./unit-columns.ts";

/** Where the subjects of cleaning stand in one unit on one day. Grain: unit and scope. */
export const CleaningProgress = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  as_of: asOfDay(),
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
  ...counted("remaining", "Còn phải làm sạch", "Left to clean", people),
  ...counted("class_a", "Thiếu số định danh (nhóm a)", "No identity number (class a)", people),
  ...counted("class_b", "Số định danh sai định dạng (nhóm b)", "Wrong format of the number (class b)", people),
  ...counted("class_c", "Sai thông tin cơ bản (nhóm c)", "Wrong basic data (class c)", people),
  ...withStatus("cleaned_pct", z.number().min(0).max(100), "Tỷ lệ đã làm sạch", "Share cleaned", percent),
});
export type CleaningProgress = z.infer<typeof CleaningProgress>;
