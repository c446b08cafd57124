import type { IssueDefinition } from "../issue-codes.ts";

/** Rules about returns of units, and about a file as a whole. */
export const returnIssues = {
  "STOCK.NEGATIVE": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: số lượng tồn “{found}” âm; cần {expected}",
      en: "Column “{column}”: the stock “{found}” is negative; expected {expected}",
    },
    fix: { vi: "Kiểm tra lại số liệu kho.", en: "Check the stock figures." },
  },
  "STOCK.BALANCE": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Tồn kho không cân: tồn cuối {found}, tính ra {expected}",
      en: "The stock does not balance: closing {found}, computed {expected}",
    },
    fix: { vi: "Kiểm tra nhập, xuất, sử dụng, hao phí.", en: "Check received, issued, used and wasted." },
  },
  "DOSES.OVER_STOCK": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Sử dụng {found} liều nhưng chỉ có {expected}",
      en: "{found} doses used, but only {expected} were there",
    },
    fix: { vi: "Kiểm tra số nhận và số dùng.", en: "Check received and used." },
  },
  "NOT_ENTERED.NEGATIVE": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số mũi đã nhập {found} lớn hơn số mũi đã tiêm {expected}",
      en: "More doses recorded, {found}, than given, {expected}",
    },
    fix: { vi: "Kiểm tra hai số.", en: "Check the two numbers." },
  },
  "NOT_ENTERED.DIFFERS": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số mũi chưa nhập {found} khác hiệu số {expected}",
      en: "Doses not entered, {found}, differ from given less recorded, {expected}",
    },
    fix: { vi: "Kiểm tra ba số.", en: "Check the three numbers." },
  },
  "STATE.ORDER": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Bước sau nhiều hơn bước trước: {found}; cần {expected}",
      en: "A later step counts more than an earlier one: {found}; expected {expected}",
    },
    fix: { vi: "Kiểm tra số của từng bước.", en: "Check the counts of the steps." },
  },
  "SUM.CHILDREN": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: đơn vị cấp trên {found}, cộng các đơn vị trực thuộc {expected}",
      en: "Column “{column}”: the parent says {found}, its children add up to {expected}",
    },
    fix: { vi: "Kiểm tra số của các đơn vị.", en: "Check the numbers of the units." },
  },
  "CUMULATIVE.FALLS": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: số cộng dồn giảm còn {found}; kỳ trước {expected}",
      en: "Column “{column}”: the cumulative number falls to {found}; before {expected}",
    },
    fix: { vi: "Giải thích hoặc sửa số giảm.", en: "Explain or mend the fall." },
  },
  "OUTLIER.VALUE": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: {found} lệch xa các đơn vị cùng cấp ({expected})",
      en: "Column “{column}”: {found} is far from the sibling units ({expected})",
    },
    fix: { vi: "Kiểm tra lại con số.", en: "Check the number." },
  },
  "CHANGE.LARGE": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: đổi {found} so với kỳ trước; cần {expected}",
      en: "Column “{column}”: changed by {found} since the return before; expected {expected}",
    },
    fix: { vi: "Kiểm tra lại con số.", en: "Check the number." },
  },
  "DENOMINATOR.DIFFERS": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Dân số {found} khác nguồn khác {expected} từ 10% trở lên",
      en: "The population {found} differs from another source, {expected}, by 10% or more",
    },
    fix: { vi: "Thống nhất một nguồn.", en: "Agree on one source." },
  },
  "COVERAGE.OVER_100": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số người đã tiêm {found} lớn hơn dân số {expected}",
      en: "More people have had the dose, {found}, than there are, {expected}",
    },
    fix: {
      vi: "Kiểm tra dân số và các mũi chưa gắn được với người cụ thể.",
      en: "Check the population, and the doses not linked to a person.",
    },
  },
  "DROPOUT.NEGATIVE": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số người tiêm mũi sau {found} lớn hơn mũi trước {expected}",
      en: "More people have had the later dose, {found}, than the one before, {expected}",
    },
    fix: { vi: "Kiểm tra các mũi chưa nhập và loại mũi.", en: "Check doses not entered, and the kinds of doses." },
  },
  "RETURN.LATE": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Báo cáo nhận {found} ngày sau ngày số liệu; cần {expected}",
      en: "Received {found} days after its day; expected {expected}",
    },
    fix: { vi: "Gửi báo cáo đúng hạn.", en: "Send returns in time." },
  },
  "RETURN.MISSING": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Đã hết hạn gửi mà đơn vị chưa có báo cáo: {found}; cần {expected}",
      en: "The deadline has passed and the unit has no return: {found}; expected {expected}",
    },
    fix: { vi: "Gửi báo cáo còn thiếu.", en: "Send the missing return." },
  },
  "EXPIRY.PASSED": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Lô còn tồn đã quá hạn {found}; cần {expected}",
      en: "A lot in stock has expired on {found}; expected {expected}",
    },
    fix: { vi: "Hủy hoặc sửa hạn dùng.", en: "Discard it or correct the date." },
  },
  "HEAPING.DAY": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "{found} số mũi rơi vào ngày 1, 15 hoặc cuối tháng; cần {expected}",
      en: "{found} of the doses fall on the 1st, 15th or last day; expected {expected}",
    },
    fix: { vi: "Ghi ngày tiêm thật.", en: "Write the real dates." },
  },
  "DATE.MIXED": {
    effect: "warning",
    ministry_class: null,
    messages: { vi: "Tệp lẫn ngày dd/mm và mm/dd: {found}", en: "The file mixes dd/mm and mm/dd: {found}" },
    fix: { vi: "Thống nhất dd/mm/yyyy.", en: "Write dd/mm/yyyy throughout." },
  },
  "ROW.EXAMPLE": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Bỏ qua dòng ví dụ của biểu mẫu: dòng {found}",
      en: "The example row of the form is left out: row {found}",
    },
    fix: { vi: "Không cần sửa.", en: "Nothing to mend." },
  },
} as const satisfies Record<string, IssueDefinition>;
