import type { IssueDefinition } from "../issue-codes.ts";

/** Rules about people: classes a, b and c are those of CV 2262/BYT-CNTT. */
export const personIssues = {
  "ID.MISSING": {
    effect: "to_clean",
    ministry_class: "a",
    messages: { vi: "Không có số định danh; cần {expected}", en: "No identity number; expected {expected}" },
    fix: { vi: "Xác minh với người dân và điền số CCCD.", en: "Verify with the person and fill in the number." },
  },
  "ID.PLACEHOLDER": {
    effect: "to_clean",
    ministry_class: "a",
    messages: {
      vi: "Số định danh “{found}” là số giả cho đủ; cần {expected}",
      en: "The identity number “{found}” is a placeholder; expected {expected}",
    },
    fix: { vi: "Điền số CCCD thật của người này.", en: "Fill in the person's real number." },
  },
  "ID.FORMAT": {
    effect: "to_clean",
    ministry_class: "b",
    messages: {
      vi: "Số định danh “{found}” sai định dạng; cần {expected}",
      en: "The identity number “{found}” has a wrong format; expected {expected}",
    },
    fix: {
      vi: "Kiểm tra giấy tờ và ghi đủ chữ số, dạng văn bản.",
      en: "Check the card and write all digits, as text.",
    },
  },
  "ID.SCIENTIFIC": {
    effect: "to_clean",
    ministry_class: "b",
    messages: {
      vi: "Số định danh “{found}” đã bị Excel làm mất chữ số; cần {expected}",
      en: "Excel has lost digits of the identity number “{found}”; expected {expected}",
    },
    fix: { vi: "Định dạng cột là văn bản rồi nhập lại số.", en: "Set the column to text and enter the number again." },
  },
  "ID.MILITARY": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số “{found}” có 8 chữ số: có thể là số của quân đội, công an; cần {expected}",
      en: "The number “{found}” has 8 digits: perhaps a military or police number; expected {expected}",
    },
    fix: { vi: "Xác nhận loại giấy tờ.", en: "Confirm the kind of document." },
  },
  "ID.PADDED": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số “{found}” có thể đã mất số 0 ở đầu; đề xuất {expected}",
      en: "The number “{found}” may have lost its leading zero; proposed {expected}",
    },
    fix: { vi: "Xác nhận số đề xuất với giấy tờ.", en: "Confirm the proposal with the card." },
  },
  "ID.PROVINCE": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Ba chữ số đầu của “{found}” không phải mã tỉnh hay mã nước; cần {expected}",
      en: "The first three digits of “{found}” are no province and no country; expected {expected}",
    },
    fix: { vi: "Kiểm tra ba chữ số đầu.", en: "Check the first three digits." },
  },
  "ID.YEAR": {
    effect: "to_clean",
    ministry_class: "c",
    messages: {
      vi: "Số định danh “{found}” không khớp năm sinh; cần {expected}",
      en: "The identity number “{found}” disagrees with the birth year; expected {expected}",
    },
    fix: { vi: "Kiểm tra số định danh và ngày sinh.", en: "Check the number and the birth date." },
  },
  "ID.SEX": {
    effect: "to_clean",
    ministry_class: "c",
    messages: {
      vi: "Số định danh “{found}” không khớp giới tính; cần {expected}",
      en: "The identity number “{found}” disagrees with the sex; expected {expected}",
    },
    fix: { vi: "Kiểm tra số định danh và giới tính.", en: "Check the number and the sex." },
  },
  "ID.SHARED": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Số định danh này đứng ở {found} tên khác nhau; cần {expected}",
      en: "This identity number stands at {found} different names; expected {expected}",
    },
    fix: { vi: "Xác minh số của từng người.", en: "Verify each person's number." },
  },
  "NAME.MISSING": {
    effect: "to_clean",
    ministry_class: "c",
    messages: { vi: "Không có họ tên; cần {expected}", en: "No name; expected {expected}" },
    fix: { vi: "Điền họ và tên.", en: "Fill in the full name." },
  },
  "NAME.CHARS": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Họ tên “{found}” có ký tự lạ hoặc quá dài; cần {expected}",
      en: "The name “{found}” has odd characters or is too long; expected {expected}",
    },
    fix: { vi: "Kiểm tra họ tên.", en: "Check the name." },
  },
  "NAME.TEST": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Họ tên “{found}” giống dữ liệu thử; cần {expected}",
      en: "The name “{found}” looks like test data; expected {expected}",
    },
    fix: { vi: "Xóa dòng nếu là dữ liệu thử.", en: "Remove the row if it is a test." },
  },
  "NAME.NFD": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: dấu tiếng Việt gõ rời (Unicode tổ hợp) đã được ghép lại",
      en: "Column “{column}”: letters with accents apart (decomposed Unicode) were put together",
    },
    fix: { vi: "Không cần sửa.", en: "Nothing to mend." },
  },
  "BIRTH.MISSING": {
    effect: "to_clean",
    ministry_class: "c",
    messages: { vi: "Không có ngày sinh; cần {expected}", en: "No birth date; expected {expected}" },
    fix: { vi: "Điền ngày sinh.", en: "Fill in the birth date." },
  },
  "BIRTH.INVALID": {
    effect: "to_clean",
    ministry_class: "c",
    messages: {
      vi: "Ngày sinh “{found}” không đọc được; cần {expected}",
      en: "The birth date “{found}” cannot be read; expected {expected}",
    },
    fix: { vi: "Ghi dd/mm/yyyy.", en: "Write dd/mm/yyyy." },
  },
  "BIRTH.FUTURE": {
    effect: "to_clean",
    ministry_class: "c",
    messages: {
      vi: "Ngày sinh “{found}” ở tương lai; cần {expected}",
      en: "The birth date “{found}” lies in the future; expected {expected}",
    },
    fix: { vi: "Kiểm tra ngày sinh.", en: "Check the birth date." },
  },
  "BIRTH.AGE": {
    effect: "to_clean",
    ministry_class: "c",
    messages: {
      vi: "Ngày sinh “{found}” cho tuổi trên 120; cần {expected}",
      en: "The birth date “{found}” makes the person older than 120; expected {expected}",
    },
    fix: { vi: "Kiểm tra ngày sinh.", en: "Check the birth date." },
  },
  "BIRTH.PRECISION": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Ngày sinh “{found}” chỉ có năm hoặc tháng; cần {expected}",
      en: "The birth date “{found}” has a year or month only; expected {expected}",
    },
    fix: { vi: "Bổ sung ngày sinh đầy đủ nếu biết.", en: "Fill in the full date if it is known." },
  },
  "SEX.UNKNOWN": {
    effect: "to_clean",
    ministry_class: "c",
    messages: {
      vi: "Không rõ giới tính: “{found}”; cần {expected}",
      en: "The sex is unknown: “{found}”; expected {expected}",
    },
    fix: { vi: "Ghi 0 (nam) hoặc 1 (nữ).", en: "Write 0 (male) or 1 (female)." },
  },
  "NAME_AND_BIRTH.MISSING": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Không có cả họ tên lẫn ngày sinh: không biết là ai; cần {expected}",
      en: "Neither name nor birth date: nobody can tell who this is; expected {expected}",
    },
    fix: { vi: "Điền họ tên và ngày sinh.", en: "Fill in name and birth date." },
  },
  "UNIT.AMBIGUOUS": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Tên đơn vị “{found}” khớp với nhiều đơn vị; cần {expected}",
      en: "The unit's name “{found}” fits several units; expected {expected}",
    },
    fix: { vi: "Ghi mã xã.", en: "Write the commune's code." },
  },
  "UNIT.MATCHED": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Tên đơn vị “{found}” được hiểu là {expected}",
      en: "The unit's name “{found}” is read as {expected}",
    },
    fix: { vi: "Không cần sửa.", en: "Nothing to mend." },
  },
  "DUPLICATE.PERSON": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Có thể trùng người với dòng khác: {found}",
      en: "Perhaps the same person as another row: {found}",
    },
    fix: { vi: "Rà soát hai dòng.", en: "Review both rows." },
  },
} as const satisfies Record<string, IssueDefinition>;
