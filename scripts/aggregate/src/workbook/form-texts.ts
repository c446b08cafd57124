import { type LocalText, type RowKind, rowKinds } from "@tiendo/schema";

/** Who fills each form in. */
export const fillers = {
  figure: { vi: "cán bộ tổng hợp số liệu đã công bố", en: "whoever collects published figures" },
  person_record: {
    vi: "Trạm Y tế xã, phường, thị trấn; mỗi dòng một người, các mũi tiêm ghi cạnh nhau",
    en: "the commune health station; one row a person, doses side by side",
  },
  dose_record: {
    vi: "cơ sở tiêm chủng hoặc Trạm Y tế; mỗi dòng một mũi tiêm",
    en: "the vaccination facility or the health station; one row a dose",
  },
  cleaning_event: {
    vi: "Trạm Y tế, Tổ công tác Đề án 06 và Công an xã; mỗi dòng một việc đã làm với một hồ sơ",
    en: "the health station, the Project 06 team and the commune police; one row a thing done to a record",
  },
  worklist_entry: {
    vi: "Trạm Y tế lập; Tổ công tác thôn, Công an xã và Trạm Y tế lần lượt điền; mỗi dòng một người",
    en: "made by the health station; the hamlet team, the police and the station fill it in by turns; one row a person",
  },
  review_decision: {
    vi: "cán bộ phụ trách dữ liệu; mỗi dòng một đề xuất",
    en: "the officer in charge of the data; one row a proposal",
  },
  progress_return: {
    vi: "đơn vị báo cáo (xã, huyện, tỉnh); mỗi dòng một đơn vị trong một ngày",
    en: "the reporting unit (commune, district, province); one row a unit and day",
  },
  stock_return: {
    vi: "đơn vị giữ vắc xin; mỗi dòng một lô trong một ngày",
    en: "the unit that keeps the vaccine; one row a lot and day",
  },
  indicator_return: {
    vi: "đơn vị được giao chỉ tiêu Đề án 06; mỗi dòng một chỉ tiêu trong một ngày",
    en: "the unit in charge of the Project 06 indicator; one row an indicator and day",
  },
  population: {
    vi: "cơ quan thống kê hoặc Sở Y tế; mỗi dòng một nhóm tuổi của một đơn vị",
    en: "the statistics office or the department of health; one row an age group of a unit",
  },
} as const satisfies Record<RowKind, LocalText>;

const mandatory = {
  vi: "Cột có dấu (*) là bắt buộc. Không có số liệu thì để trống, không ghi 0; ô trống là “chưa báo cáo”.",
  en: "Columns marked (*) are mandatory. Leave a cell blank where there is no number: 0 is a number, blank is not reported.",
};
const groups = {
  vi: "Trong mỗi nhóm “Mũi…”, cột (*) chỉ bắt buộc khi người đó đã tiêm mũi ấy; mũi chưa tiêm để trống cả nhóm.",
  en: "Within a group “Mũi…”, columns marked (*) are mandatory only if that dose was given; else leave the group blank.",
};
const forms = {
  vi: "Ngày ghi dd/mm/yyyy. Số CCCD, điện thoại, thẻ BHYT, mã đơn vị, số lô ghi dạng văn bản, giữ đủ số 0 ở đầu.",
  en: "Dates as dd/mm/yyyy. Identity, phone and insurance numbers, unit codes and lots as text, with leading zeros.",
};
const example = {
  vi: "Dòng “VÍ DỤ” không được tính; có thể xóa hoặc để nguyên. Ghi từ dòng ngay dưới. Danh mục ở trang “Mã”.",
  en: "The row “VÍ DỤ” is an example and does not count. Begin in the row below it. Codes are in the sheet “Mã”.",
};

/** The rows above the header: title in both languages, who fills the form in, and how. */
export function notesAbove(kind: RowKind): string[] {
  const { title } = rowKinds[kind];
  const who = { vi: `Người lập: ${fillers[kind].vi}.`, en: `Filled in by ${fillers[kind].en}.` };
  const columns = kind === "person_record" ? joined(mandatory, groups) : mandatory;
  return [
    `${title.vi.toUpperCase()}\n${title.en}`,
    ...[who, columns, forms, example].map(({ vi, en }) => `${vi}\n${en}`),
  ];
}

function joined(one: LocalText, other: LocalText): LocalText {
  return { vi: `${one.vi} ${other.vi}`, en: `${one.en} ${other.en}` };
}
