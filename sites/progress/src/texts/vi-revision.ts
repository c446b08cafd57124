/** Texts on what a release states otherwise than the one before, in Vietnamese. */
export const viRevision = {
  title: "Số đã đổi so với kỳ trước",
  lede: (day: string, count: string) =>
    `So với kỳ công bố ${day}, ${count} số về những ngày đã qua nay khác đi: số trước, số sau và lý do. Số bị ẩn ở một trong hai kỳ không kể ở đây.`,
  first: "Đây là kỳ công bố đầu tiên, chưa có kỳ nào để so sánh.",
  none: (day: string) => `So với kỳ công bố ${day}, không số nào về những ngày đã qua thay đổi.`,
  plain: "Số về những ngày đã qua mà kỳ này nêu khác kỳ công bố trước, kèm lý do.",
  cut: (rows: string) => `Bảng dữ liệu chỉ ghi ${rows} số đầu.`,
  rules: (before: string, after: string) => `Quy tắc đã đổi giữa hai kỳ, từ phiên bản ${before} sang ${after}.`,
  unknownRules: "không ghi",
  number: "Số liệu, ngày",
  before: "Trước",
  after: "Sau",
  reason: "Lý do",
  most: (count: string) => `${count} số, đổi nhiều nhất`,
  ofUnit: (count: string) => `${count} số đã đổi`,
  howChanged: "Số này đổi thế nào",
  since: (day: string) => `so với kỳ ${day}`,
};
