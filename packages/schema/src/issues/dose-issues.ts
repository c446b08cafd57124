import type { IssueDefinition } from "../issue-codes.ts";

/** Rules about doses; in a person record a bad dose is quarantined, not the person. */
export const doseIssues = {
  "DATE.BEFORE_BIRTH": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Ngày tiêm “{found}” trước ngày sinh; cần {expected}",
      en: "The dose of “{found}” is before the birth; expected {expected}",
    },
    fix: { vi: "Kiểm tra ngày tiêm và ngày sinh.", en: "Check both dates." },
  },
  "DATE.BEFORE_FIRST": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Ngày tiêm “{found}” trước mũi đầu tiên ở Việt Nam; cần {expected}",
      en: "The dose of “{found}” is before the first in Vietnam; expected {expected}",
    },
    fix: { vi: "Kiểm tra ngày tiêm.", en: "Check the date." },
  },
  "LATE.ENTRY": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Nhập muộn {found} ngày sau khi tiêm; cần {expected}",
      en: "Entered {found} days after the dose; expected {expected}",
    },
    fix: { vi: "Nhập liệu trong ngày.", en: "Enter doses on the day." },
  },
  "DOSE.ORDER": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Thứ tự mũi không khớp thứ tự ngày: {found}; cần {expected}",
      en: "The dose numbers disagree with the dates: {found}; expected {expected}",
    },
    fix: { vi: "Kiểm tra số mũi và ngày tiêm.", en: "Check numbers and dates." },
  },
  "DOSE.GAP": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Có mũi {found} nhưng thiếu mũi trước; cần {expected}",
      en: "There is dose {found} but not the one before; expected {expected}",
    },
    fix: { vi: "Bổ sung mũi còn thiếu.", en: "Add the missing dose." },
  },
  "DOSE.TOO_SOON": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Tiêm sớm: cách mũi trước {found} ngày; cần {expected}",
      en: "Too soon: {found} days after the dose before; expected {expected}",
    },
    fix: { vi: "Kiểm tra ngày tiêm của hai mũi.", en: "Check the dates of both doses." },
  },
  "DOSE.TOO_YOUNG": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Người tiêm {found} tuổi; vắc xin này cần {expected}",
      en: "The person was {found}; this vaccine needs {expected}",
    },
    fix: { vi: "Kiểm tra ngày sinh và loại vắc xin.", en: "Check birth date and vaccine." },
  },
  "DOSE.COUNT": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Người này có {found} mũi; cần {expected}",
      en: "This person has {found} doses; expected {expected}",
    },
    fix: { vi: "Kiểm tra các mũi trùng.", en: "Check for repeated doses." },
  },
  "VACCINE.UNKNOWN": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Không rõ vắc xin “{found}”; cần {expected}",
      en: "The vaccine “{found}” is unknown; expected {expected}",
    },
    fix: { vi: "Ghi tên vắc xin theo danh mục.", en: "Write a vaccine of the list." },
  },
  "VACCINE.MIX": {
    effect: "information",
    ministry_class: null,
    messages: { vi: "Tiêm phối hợp nhiều loại vắc xin: {found}", en: "Several vaccines were combined: {found}" },
    fix: { vi: "Không cần sửa nếu đúng.", en: "Nothing to mend if it is so." },
  },
  "LOT.FORMAT": {
    effect: "warning",
    ministry_class: null,
    messages: { vi: "Số lô “{found}” lạ; cần {expected}", en: "The lot “{found}” looks odd; expected {expected}" },
    fix: { vi: "Kiểm tra số lô trên nhãn.", en: "Check the lot on the label." },
  },
  "DUPLICATE.DOSE": {
    effect: "warning",
    ministry_class: null,
    messages: { vi: "Cùng một mũi ghi hai lần: {found}", en: "The same dose is written twice: {found}" },
    fix: { vi: "Xóa dòng thừa.", en: "Remove the surplus row." },
  },
} as const satisfies Record<string, IssueDefinition>;
