import type { IssueDefinition } from "../issue-codes.ts";

/** Rules about a whole file. */
export const fileIssues = {
  "FILE.EMPTY": {
    effect: "refused",
    ministry_class: null,
    messages: { vi: "Tệp không có dòng dữ liệu nào: {found}", en: "The file holds no rows of data: {found}" },
    fix: { vi: "Gửi lại tệp có dòng tiêu đề và dữ liệu.", en: "Send the file again with a header line and rows." },
  },
  "FILE.HEADER_MISSING": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Dòng tiêu đề không đúng mẫu. Tìm thấy: {found}. Cần có: {expected}",
      en: "The header is not that of a known form. Found: {found}. Expected: {expected}",
    },
    fix: { vi: "Dùng đúng tên cột của biểu mẫu.", en: "Use the column names of the form." },
  },
  "FILE.HEADER_REPEATED": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Tiêu đề có hai cột cùng tên “{found}”",
      en: "The header has two columns named “{found}”",
    },
    fix: { vi: "Bỏ hoặc đổi tên một trong hai cột.", en: "Remove or rename one of the two columns." },
  },
  "FILE.ENCODING_UNKNOWN": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Không nhận ra bảng mã của tệp: {found}. Cần: {expected}",
      en: "The encoding of the file is unknown: {found}. Expected: {expected}",
    },
    fix: { vi: "Lưu lại tệp ở dạng CSV UTF-8.", en: "Save the file again as CSV UTF-8." },
  },
  "FILE.KIND_UNKNOWN": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Không đọc được loại tệp này: {found}. Cần: {expected}",
      en: "This kind of file is not read: {found}. Expected: {expected}",
    },
    fix: { vi: "Gửi tệp ở một trong các dạng nêu trên.", en: "Send the file in one of the forms named." },
  },
  "FILE.UNREADABLE": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Không mở được tệp: {found}. Cần: {expected}",
      en: "The file cannot be opened: {found}. Expected: {expected}",
    },
    fix: {
      vi: "Kiểm tra tệp và quyền đọc rồi gửi lại.",
      en: "Check the file and its permissions, then send it again.",
    },
  },
  "FILE.HEADER_EXTRA": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Cột không có trong biểu mẫu, bỏ qua: {found}",
      en: "A column that the form does not have is left out: {found}",
    },
    fix: { vi: "Xóa cột hoặc dùng tên cột của biểu mẫu.", en: "Remove the column or use a name of the form." },
  },
  "FILE.HEADER_ALIAS": {
    effect: "information",
    ministry_class: null,
    messages: { vi: "Tên cột {found} được hiểu là {expected}", en: "The column {found} is read as {expected}" },
    fix: { vi: "Không cần sửa.", en: "Nothing to mend." },
  },
  "FILE.MATCH_RATE": {
    effect: "held",
    ministry_class: null,
    messages: {
      vi: "Tạm giữ cả tệp: {found} số dòng dùng được; cần ít nhất {expected}",
      en: "The whole file is held: {found} of its rows are usable; at least {expected} are needed",
    },
    fix: {
      vi: "Kiểm tra lại biểu mẫu và dữ liệu rồi gửi lại cả tệp.",
      en: "Check the form and the data, then send the whole file again.",
    },
  },
  "LINE.REJECTED": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Dòng không phải là một bản ghi: {found}; cần {expected}",
      en: "The line is no record: {found}; expected {expected}",
    },
    fix: {
      vi: "Kiểm tra dấu ngoặc kép và số cột của dòng.",
      en: "Check the quotes and the number of columns of the line.",
    },
  },
} as const satisfies Record<string, IssueDefinition>;
