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
  "FILE.KIND_AMBIGUOUS": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Tiêu đề khớp với nhiều loại: {found}; cần {expected}",
      en: "The header fits several kinds: {found}; {expected}",
    },
    fix: { vi: "Nêu rõ loại dòng của tệp.", en: "Say which kind of rows the file holds." },
  },
  "FILE.PERSON_LEVEL": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Dữ liệu từng người không được để ở đây: {found}; cần {expected}",
      en: "Person-level rows must not lie here: {found}; expected {expected}",
    },
    fix: { vi: "Chuyển tệp vào data/private/<báo cáo>/raw.", en: "Move the file to data/private/<report>/raw." },
  },
  "FILE.UNREADABLE": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Không mở được tệp: {found}. Cần: {expected}",
      en: "The file cannot be opened: {found}. Expected: {expected}",
    },
    fix: {
      vi: "Kiểm tra tên tệp, đường dẫn và quyền đọc.",
      en: "Check the file's name, its path and its permissions.",
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
  "FILE.TOO_LARGE": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Tệp quá lớn: {found}; tối đa {expected}",
      en: "The file is too large: {found}; at most {expected}",
    },
    fix: { vi: "Chia tệp thành nhiều tệp nhỏ hơn.", en: "Split the file into smaller ones." },
  },
  "FILE.ZIP_RATIO": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Tệp nén bất thường, có thể gây hại: {found}; tối đa {expected}",
      en: "The file is compressed abnormally and may be harmful: {found}; at most {expected}",
    },
    fix: { vi: "Lưu lại bảng tính từ Excel rồi gửi lại.", en: "Save the workbook again from Excel and send it." },
  },
  "FILE.BAD_WORKBOOK": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Bảng tính bị hỏng hoặc bị cắt: {found}; cần {expected}",
      en: "The workbook is damaged or cut off: {found}; expected {expected}",
    },
    fix: { vi: "Mở tệp trong Excel, lưu lại rồi gửi lại.", en: "Open the file in Excel, save it and send it again." },
  },
  "FILE.PASSWORD": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Bảng tính có mật khẩu: {found}; cần {expected}",
      en: "The workbook has a password: {found}; expected {expected}",
    },
    fix: {
      vi: "Bỏ mật khẩu rồi gửi lại qua kênh an toàn.",
      en: "Remove the password and send it over a safe channel.",
    },
  },
  "FILE.ENCODING": {
    effect: "warning",
    ministry_class: null,
    messages: { vi: "Đã chuyển bảng mã từ {found} sang {expected}", en: "Converted from {found} to {expected}" },
    fix: {
      vi: "Nên gõ bằng phông Unicode; tệp CSV nên lưu ở UTF-8.",
      en: "Better type in a Unicode font; better save CSV as UTF-8.",
    },
  },
  "FILE.ROW_LIMIT": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Dòng cuối là đúng giới hạn {found} dòng của Excel: phần sau có thể đã bị cắt",
      en: "The last row is exactly Excel's limit of {found} rows: the rest may be cut off",
    },
    fix: { vi: "Kiểm tra xem tệp có bị cắt không.", en: "Check whether the file was cut off." },
  },
  "FILE.SHEET_SKIPPED": {
    effect: "warning",
    ministry_class: null,
    messages: {
      vi: "Trang tính “{found}” không được đọc: không có dòng tiêu đề nào nhận ra được",
      en: "The sheet “{found}” is not read: no header in it is known",
    },
    fix: {
      vi: "Dùng tiêu đề của biểu mẫu nếu trang này có dữ liệu.",
      en: "Use the header of the form if the sheet holds data.",
    },
  },
  "FILE.SHEET_HIDDEN": {
    effect: "warning",
    ministry_class: null,
    messages: { vi: "Trang tính ẩn không được đọc: {found}", en: "A hidden sheet is not read: {found}" },
    fix: { vi: "Bỏ ẩn trang tính nếu cần đọc.", en: "Unhide the sheet if it is to be read." },
  },
  "FILE.CELL_TOO_LARGE": {
    effect: "quarantine",
    ministry_class: null,
    messages: {
      vi: "Cột “{column}”: ô quá dài, bắt đầu bằng “{found}”; cần {expected}",
      en: "Column “{column}”: the cell that begins with “{found}” is too long; expected {expected}",
    },
    fix: { vi: "Rút ngắn nội dung ô.", en: "Shorten the cell." },
  },
  "FILE.REPLAY": {
    effect: "information",
    ministry_class: null,
    messages: {
      vi: "Tệp giống hệt một tệp đã nhận: {found}",
      en: "The file is the same as one received before: {found}",
    },
    fix: { vi: "Không cần gửi lại.", en: "No need to send it again." },
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
