import type { IssueDefinition } from "../issue-codes.ts";

const at = {
  vi: "Cột “{column}”: tìm thấy “{found}”; cần {expected}",
  en: "Column “{column}”: found “{found}”; expected {expected}",
};

/** Rules about one cell, whatever its column means. */
export const valueIssues = {
  "VALUE.MISSING": {
    effect: "quarantine",
    ministry_class: null,
    messages: { vi: "Cột “{column}” để trống; cần {expected}", en: "Column “{column}” is blank; expected {expected}" },
    fix: { vi: "Điền giá trị còn thiếu.", en: "Fill in the missing value." },
  },
  "VALUE.TYPE": {
    effect: "quarantine",
    ministry_class: null,
    messages: at,
    fix: { vi: "Ghi một số.", en: "Write a number." },
  },
  "VALUE.FORMAT": {
    effect: "quarantine",
    ministry_class: null,
    messages: at,
    fix: { vi: "Ghi đúng định dạng.", en: "Use the expected form." },
  },
  "VALUE.RANGE": {
    effect: "quarantine",
    ministry_class: null,
    messages: at,
    fix: { vi: "Kiểm tra lại con số.", en: "Check the number." },
  },
  "VALUE.LENGTH": {
    effect: "quarantine",
    ministry_class: null,
    messages: at,
    fix: { vi: "Rút ngắn nội dung.", en: "Shorten the text." },
  },
  "VALUE.ENUM": {
    effect: "quarantine",
    ministry_class: null,
    messages: at,
    fix: { vi: "Chọn một trong các giá trị của biểu mẫu.", en: "Choose one of the values of the form." },
  },
  "NUMBER.AMBIGUOUS": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: “{found}” có thể là số lẻ hoặc số hàng nghìn; cần {expected}",
      en: "Column “{column}”: “{found}” may be a decimal or thousands; expected {expected}",
    },
    fix: { vi: "Ghi số không có dấu phân cách.", en: "Write the number without separators." },
  },
  "COUNT.NEGATIVE": {
    effect: "quarantine",
    ministry_class: null,
    messages: at,
    fix: { vi: "Số đếm không thể âm.", en: "A count cannot be negative." },
  },
  "DATE.MISSING": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Thiếu ngày ở cột “{column}”; cần {expected}",
      en: "No date in column “{column}”; expected {expected}",
    },
    fix: { vi: "Điền ngày.", en: "Fill in the date." },
  },
  "DATE.INVALID": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: “{found}” không phải là một ngày; cần {expected}",
      en: "Column “{column}”: “{found}” is not a date; expected {expected}",
    },
    fix: { vi: "Ghi ngày dạng 26/04/2022 hoặc 2022-04-26.", en: "Write the date as 26/04/2022 or 2022-04-26." },
  },
} as const satisfies Record<string, IssueDefinition>;
