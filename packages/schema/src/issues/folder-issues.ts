import type { IssueDefinition } from "../issue-codes.ts";

/** Rules about a published folder that another authority sends to be added up. */
export const folderIssues = {
  "FOLDER.UNSIGNED": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Thư mục không có chữ ký; cần chữ ký của khóa {expected}",
      en: "The folder is not signed; expected a signature of key {expected}",
    },
    fix: {
      vi: "Đơn vị gửi ký thư mục bằng tiendo sign rồi gửi lại.",
      en: "The sender signs the folder with tiendo sign and sends it again.",
    },
  },
  "FOLDER.SIGNATURE": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Chữ ký không đúng: {found}",
      en: "The signature is wrong: {found}",
    },
    fix: {
      vi: "Hỏi đơn vị gửi về khóa; sửa public_key trong report.json chỉ khi đơn vị xác nhận khóa mới.",
      en: "Ask the sender about its key; change public_key in report.json only where the sender confirms a new one.",
    },
  },
  "FOLDER.CHANGED": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Nội dung không đúng như khi công bố: {found}",
      en: "The content is not what was published: {found}",
    },
    fix: { vi: "Chép lại nguyên thư mục đã công bố.", en: "Copy the published folder again as a whole." },
  },
  "FOLDER.OTHER": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Không phải thư mục cần có. Tìm thấy: {found}. Cần có: {expected}",
      en: "Not the folder that is due. Found: {found}. Expected: {expected}",
    },
    fix: {
      vi: "Đặt đúng thư mục của đơn vị và của ngày đó.",
      en: "Put the folder of that unit and day in its place.",
    },
  },
  "FOLDER.LESS_HIDDEN": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Che ít hơn báo cáo này: {found}; cần {expected}",
      en: "It hides less than this report: {found}; expected {expected}",
    },
    fix: {
      vi: "Đơn vị gửi công bố lại với ngưỡng che ít nhất bằng báo cáo này.",
      en: "The sender publishes again with thresholds no lower than those of this report.",
    },
  },
  "FOLDER.UNREADABLE": {
    effect: "refused",
    ministry_class: null,
    messages: {
      vi: "Không đọc được bảng theo mẫu của báo cáo này: {found}",
      en: "A table cannot be read by the form of this report: {found}",
    },
    fix: {
      vi: "Đơn vị gửi công bố lại bằng cùng phiên bản Tiến độ.",
      en: "The sender publishes again with the same version of Tiến độ.",
    },
  },
} as const satisfies Record<string, IssueDefinition>;
