import type { IssueDefinition } from "../issue-codes.ts";

/** Rules about published figures, and about units, indicators and sources named in any row. */
export const figureIssues = {
  "UNIT.MISSING": {
    effect: "quarantine",
    ministry_class: null,
    messages: { vi: "Thiếu mã đơn vị; cần {expected}", en: "No unit code; expected {expected}" },
    fix: { vi: "Điền mã đơn vị hành chính.", en: "Fill in the code of the administrative unit." },
  },
  "UNIT.UNKNOWN": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Không có đơn vị hành chính “{found}” trong ấn bản đã ghi; cần {expected}",
      en: "There is no administrative unit “{found}” in the edition given; expected {expected}",
    },
    fix: { vi: "Kiểm tra mã đơn vị và ấn bản danh mục.", en: "Check the unit code and the edition." },
  },
  "EDITION.UNKNOWN": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Không có ấn bản danh mục “{found}”; cần {expected}",
      en: "There is no edition “{found}”; expected {expected}",
    },
    fix: { vi: "Ghi 2022 hoặc 2025.", en: "Write 2022 or 2025." },
  },
  "INDICATOR.UNKNOWN": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Không có chỉ tiêu “{found}”; cần {expected}",
      en: "There is no indicator “{found}”; expected {expected}",
    },
    fix: { vi: "Dùng mã trong danh mục chỉ tiêu.", en: "Use a code of the list of indicators." },
  },
  "MEASURE.UNKNOWN": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Không có đơn vị tính “{found}”; cần {expected}",
      en: "There is no measure unit “{found}”; expected {expected}",
    },
    fix: { vi: "Dùng đơn vị tính của chỉ tiêu.", en: "Use the measure unit of the indicator." },
  },
  "MEASURE.MISFIT": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Đơn vị tính “{found}” không khớp với chỉ tiêu; cần “{expected}”",
      en: "The measure unit “{found}” does not fit the indicator; expected “{expected}”",
    },
    fix: {
      vi: "Kiểm tra chỉ tiêu và đơn vị tính: không cộng, chia khác đơn vị.",
      en: "Check indicator and unit: different units are never added or divided.",
    },
  },
  "PART.WHOLE": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Số đã làm {found} lớn hơn tổng số {expected}",
      en: "The number done, {found}, is above the total, {expected}",
    },
    fix: {
      vi: "Kiểm tra xem hai số có bị đảo hoặc gõ nhầm không.",
      en: "Check whether the two numbers are swapped or mistyped.",
    },
  },
  "SOURCE.MISSING": {
    effect: "quarantine",
    ministry_class: null,
    messages: { vi: "Không nêu nguồn; cần {expected}", en: "No source is given; expected {expected}" },
    fix: { vi: "Ghi nơi và ngày công bố con số.", en: "Say where and when the figure was published." },
  },
  "FIGURE.EMPTY": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Dòng không có số nào, cũng không phải tình trạng; cần {expected}",
      en: "The row holds no number and is no status; expected {expected}",
    },
    fix: { vi: "Điền số đã làm, giá trị hoặc ghi “status”.", en: "Fill in done, value, or the qualifier “status”." },
  },
  "QUALIFIER.MISSING": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Số “{found}” không có cách nêu (đúng bằng, khoảng, trên, gần); cần {expected}",
      en: "The number “{found}” has no qualifier; expected {expected}",
    },
    fix: { vi: "Ghi cách nguồn nêu con số.", en: "Say how the source qualifies the number." },
  },
  "PERCENTAGE.FORMAT": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Tỷ lệ “{found}” không đọc được; cần {expected}",
      en: "The percentage “{found}” cannot be read; expected {expected}",
    },
    fix: {
      vi: "Ghi tỷ lệ như 50 hoặc 34,47, không có dấu %.",
      en: "Write the percentage as 50 or 34.47, without the sign.",
    },
  },
  "DATE.AFTER_REPORT": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Ngày {found} sau ngày của báo cáo ({expected})",
      en: "The day {found} is after the day of the report ({expected})",
    },
    fix: { vi: "Kiểm tra ngày, hoặc chờ kỳ báo cáo sau.", en: "Check the day, or wait for the next report." },
  },
  "CLAIM.MISMATCH": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Tỷ lệ nguồn nêu {found}% khác tỷ lệ tính từ chính các số của nguồn ({expected}%)",
      en: "The reported {found} % differs from the percentage of its own numbers ({expected} %)",
    },
    fix: { vi: "Đăng cả hai tỷ lệ; hỏi lại nơi công bố.", en: "Publish both; ask the publisher." },
  },
  "SUM.PARTS": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Tổng các phần {found} khác số chung {expected}",
      en: "The parts add up to {found}, the whole is {expected}",
    },
    fix: { vi: "Kiểm tra các số thành phần.", en: "Check the parts." },
  },
  "DUPLICATE.LINE": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Dòng lặp lại y hệt một dòng khác, chỉ tính một lần",
      en: "The line repeats another exactly and is counted once",
    },
    fix: { vi: "Không cần sửa.", en: "Nothing to mend." },
  },
  "ROW.SUPERSEDED": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Được thay bằng dòng gửi sau",
      en: "Replaced by a later row",
    },
    fix: { vi: "Không cần sửa.", en: "Nothing to mend." },
  },
  "ROW.CORRECTS_UNKNOWN": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "{expected} dòng sửa các dòng của tệp mã “{found}”, nhưng tệp đó không có trong lần chạy này: chúng được tính như dòng mới",
      en: "{expected} rows correct rows of the file “{found}”, which is not in this run: they count as new rows",
    },
    fix: {
      vi: "Chạy cùng với tệp gốc, hoặc kiểm tra lại cột “Mã dòng gốc”.",
      en: "Run it together with the original file, or check the column “Mã dòng gốc”.",
    },
  },
} as const satisfies Record<string, IssueDefinition>;
