/** Texts on the releases of a report and on what became of a page or a unit, in Vietnamese. */
export const viRelease = {
  title: "Các kỳ công bố",
  lede: "Mỗi kỳ có địa chỉ cố định: trang và tệp của kỳ đó giữ nguyên khi có kỳ mới, để trích dẫn lâu dài. Kỳ mới nhất đứng đầu.",
  of: (day: string) => `Kỳ ${day}`,
  newest: "mới nhất",
  isNewest: "kỳ mới nhất",
  earlier: (day: string) =>
    `Đây là số liệu của kỳ ${day}, không phải kỳ mới nhất. Trang này được giữ nguyên như lúc công bố.`,
  toNewest: "Xem trang này ở kỳ mới nhất",
  permanent: (day: string) => `Đây là địa chỉ cố định của kỳ ${day}, hiện là kỳ mới nhất.`,
  toLive: "Trang luôn hiện kỳ mới nhất",
  here: "Địa chỉ cố định của trang này",
  day: "Số liệu tính đến",
  content: "Nội dung",
  pages: "Trang",
  overview: "Tổng quan",
  data: "Dữ liệu",
  cleaned: (pct: string) => `đã làm sạch ${pct}`,

  unreadable: "Các trang của kỳ này không đọc được bằng phiên bản hiện nay; các tệp vẫn tải về được.",
  unreadableLede: (day: string) =>
    `Kỳ ${day} được công bố theo một cấu trúc cũ mà phiên bản hiện nay của trang không đọc được. Các tệp vẫn giữ nguyên như lúc công bố.`,
  files: "Các tệp của kỳ này",

  gone: (title: string) => `${title}: không còn ở kỳ mới nhất`,
  goneLede: (day: string) => `Kỳ công bố mới nhất của báo cáo không có trang này. Kỳ cuối cùng có trang là kỳ ${day}.`,
  goneTo: (day: string) => `Xem trang này ở kỳ ${day}`,
  goneAbove: (unit: string, day: string) => `Xem trong bảng của ${unit} ở kỳ ${day}`,
  goneNewest: "Xem kỳ mới nhất của báo cáo",

  merged: (unit: string) => `Từ ngày 01-7-2025, ${unit} hợp nhất với`,
  into: "thành",
  unmerged: (unit: string) => `Từ ngày 01-7-2025, ${unit} không sáp nhập; trong danh mục mới là`,
  madeOf: (unit: string) => `Trước ngày 01-7-2025, địa bàn ${unit} gồm`,
  codeNow: (code: string) => `(mã ${code})`,
  and: "và",
};
