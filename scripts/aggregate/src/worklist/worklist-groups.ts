import type { ListGroup } from "./list-columns.ts";

/**
 * The columns of a worklist by actor. What is recorded and what the hamlet team fills in make the first printed page, the
 * rest the second: the widths are balanced so that the page ends between them.
 */
export const worklistGroups: readonly ListGroup[] = [
  {
    title: { vi: "Đang ghi nhận", en: "As recorded" },
    fill: "D9D9D9",
    open: false,
    columns: [
      ["recorded_name", 19],
      ["recorded_birth_date", 11],
      ["recorded_sex", 7],
      ["recorded_id_number", 15],
      ["problem", 20],
    ],
  },
  {
    title: { vi: "Tổ công tác rà soát", en: "Reviewed by the hamlet team" },
    fill: "DDEBF7",
    open: true,
    columns: [
      ["reviewed_on", 11],
      ["corrected_name", 19],
      ["corrected_birth_date", 11],
      ["corrected_sex", 7],
      ["corrected_id_number", 15],
      ["corrected_unit_code", 9],
      ["correction_reason", 14],
      ["reviewed_by", 14],
    ],
  },
  {
    title: { vi: "Công an xã đối chiếu, bàn giao", en: "Matched and handed back by the police" },
    fill: "FCE4D6",
    open: true,
    columns: [
      ["matched_on", 12],
      ["match_result", 15],
      ["wrong_fields", 26],
      ["handed_back_on", 12],
    ],
  },
  {
    title: { vi: "Trạm Y tế cập nhật", en: "Updated by the health station" },
    fill: "E2EFDA",
    open: true,
    columns: [
      ["updated_on", 12],
      ["rematched_on", 12],
      ["rematch_result", 15],
    ],
  },
  {
    title: { vi: "Mã, giữ nguyên", en: "Codes, leave as they are" },
    fill: "D9D9D9",
    open: false,
    columns: [
      ["record_key", 21],
      ["list_date", 12],
      ["unit_code", 8],
    ],
  },
];

/** Columns of the first printed page: the order number, what is recorded, what the team fills in. */
export const FIRST_PAGE = 14;
/** The order number and the name stand on both pages. */
export const REPEATED = 2;
