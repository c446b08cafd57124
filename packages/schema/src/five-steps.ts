import type { LocalText } from "./text.ts";

/** One of the five steps of cleaning: who does what, and what paper it leaves behind. */
export interface CleaningStep {
  step: "listed" | "reviewed" | "matched" | "handed_back" | "updated";
  number: 1 | 2 | 3 | 4 | 5;
  title: LocalText;
  who: LocalText;
  does: LocalText;
  leaves: LocalText | null;
}

/** The five steps of CV 2262/BYT-CNTT of 04/05/2022; the numbering is inferred from reports of the conference. */
export const fiveSteps: readonly CleaningStep[] = [
  {
    step: "listed",
    number: 1,
    title: { vi: "Lập danh sách", en: "List" },
    who: { vi: "Trạm Y tế xã", en: "Commune health station" },
    does: {
      vi: "Lập danh sách người đã tiêm thường trú tại xã có thông tin chưa đúng.",
      en: "Lists vaccinated people permanently resident in the commune whose data is wrong.",
    },
    leaves: { vi: "Danh sách cần xác minh", en: "List to verify" },
  },
  {
    step: "reviewed",
    number: 2,
    title: { vi: "Rà soát", en: "Review" },
    who: { vi: "Tổ công tác Đề án 06 cấp thôn", en: "Hamlet team of Project 06" },
    does: {
      vi: "Gặp từng người để rà soát, bổ sung và sửa thông tin.",
      en: "Goes through the list with each person, completes and corrects it.",
    },
    leaves: { vi: "Danh sách đã rà soát", en: "Reviewed list" },
  },
  {
    step: "matched",
    number: 3,
    title: { vi: "Đối chiếu", en: "Match" },
    who: { vi: "Công an xã", en: "Commune police" },
    does: {
      vi: "Đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.",
      en: "Compares the list with the national population database.",
    },
    leaves: { vi: "Kết quả đối chiếu", en: "Result of the comparison" },
  },
  {
    step: "handed_back",
    number: 4,
    title: { vi: "Bàn giao", en: "Hand back" },
    who: { vi: "Công an xã", en: "Commune police" },
    does: { vi: "Ký xác nhận và bàn giao lại danh sách.", en: "Signs the list and hands it back." },
    leaves: { vi: "Biên bản bàn giao", en: "Record of handover" },
  },
  {
    step: "updated",
    number: 5,
    title: { vi: "Cập nhật", en: "Update" },
    who: { vi: "Trạm Y tế", en: "Health station" },
    does: {
      vi: "Cập nhật lên Nền tảng quản lý tiêm chủng; thông tin được xác thực lại.",
      en: "Updates the immunisation platform; the record is matched again.",
    },
    leaves: null,
  },
];
