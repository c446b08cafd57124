import type { LocalText } from "@tiendo/schema";

/** What a rule means in general, where its message makes no sentence without the values of one row. */
export const meanings: Readonly<Record<string, LocalText>> = {
  "FILE.HEADER_REPEATED": { vi: "Tiêu đề có hai cột cùng tên", en: "The header has two columns of the same name" },
  "FILE.HEADER_ALIAS": {
    vi: "Tên cột viết khác biểu mẫu nhưng vẫn hiểu được",
    en: "A column has another name than the form's, but is understood",
  },
  "FILE.KIND_AMBIGUOUS": { vi: "Tiêu đề khớp với nhiều loại biểu mẫu", en: "The header fits several kinds of form" },
  "FILE.MATCH_RATE": {
    vi: "Tạm giữ cả tệp: quá ít dòng dùng được",
    en: "The whole file is held: too few of its rows are usable",
  },
  "FILE.ENCODING": {
    vi: "Tệp dùng bảng mã khác và đã được chuyển",
    en: "The file was converted from another encoding",
  },
  "FILE.ROW_LIMIT": {
    vi: "Dòng cuối đúng ở giới hạn số dòng của Excel: phần sau có thể đã bị cắt",
    en: "The last row is exactly at Excel's limit: the rest may be cut off",
  },
  "ROW.CORRECTS_UNKNOWN": {
    vi: "Dòng sửa dòng của một tệp không có trong lần chạy này, nên được tính như dòng mới",
    en: "Rows correct rows of a file that is not in this run, and count as new ones",
  },
  "VALUE.MISSING": { vi: "Ô bắt buộc bị để trống", en: "A mandatory cell is blank" },
  "VALUE.TYPE": { vi: "Giá trị không đúng kiểu của cột", en: "The value is not of the column's type" },
  "VALUE.FORMAT": { vi: "Giá trị không đúng cách viết của cột", en: "The value is not written as the column asks" },
  "VALUE.RANGE": { vi: "Giá trị nằm ngoài giới hạn của cột", en: "The value is outside the column's limits" },
  "VALUE.LENGTH": { vi: "Giá trị quá ngắn hoặc quá dài", en: "The value is too short or too long" },
  "VALUE.ENUM": { vi: "Giá trị không có trong danh mục của cột", en: "The value is not on the column's list" },
  "NUMBER.AMBIGUOUS": {
    vi: "Không rõ dấu chấm, dấu phẩy là phần lẻ hay hàng nghìn",
    en: "A number may be a decimal or thousands",
  },
  "COUNT.NEGATIVE": { vi: "Số đếm bị âm", en: "A count is negative" },
  "DATE.MISSING": { vi: "Thiếu ngày", en: "The date is missing" },
  "DATE.INVALID": { vi: "Giá trị không phải là một ngày có thật", en: "The value is not a date that exists" },
  "UNIT.UNKNOWN": {
    vi: "Không có đơn vị hành chính như vậy trong ấn bản đã ghi",
    en: "No such administrative unit in the edition given",
  },
  "EDITION.UNKNOWN": { vi: "Không có ấn bản danh mục như vậy", en: "There is no such edition" },
  "INDICATOR.UNKNOWN": { vi: "Không có chỉ tiêu như vậy", en: "There is no such indicator" },
  "MEASURE.UNKNOWN": { vi: "Không có đơn vị tính như vậy", en: "There is no such measure unit" },
  "DATE.AFTER_REPORT": {
    vi: "Ngày của dòng sau ngày của báo cáo",
    en: "The day of the row is after the day of the report",
  },
  "FILE.HEADER_MISSING": {
    vi: "Dòng tiêu đề không đúng biểu mẫu nào",
    en: "The header is not that of a known form",
  },
  "CLAIM.MISMATCH": {
    vi: "Tỷ lệ nguồn nêu khác tỷ lệ tính từ chính các số của nguồn",
    en: "The reported percentage differs from that of its own numbers",
  },
  "SUM.PARTS": { vi: "Tổng các phần khác số chung", en: "The parts do not add up to the whole" },
  "ID.SCIENTIFIC": {
    vi: "Số định danh đã bị Excel làm mất chữ số",
    en: "Excel has lost digits of the identity number",
  },
  "ID.MILITARY": {
    vi: "Số có 8 chữ số: có thể là số của quân đội, công an",
    en: "A number of 8 digits: perhaps a military or police number",
  },
  "ID.PROVINCE": {
    vi: "Ba chữ số đầu không phải mã tỉnh hay mã nước",
    en: "The first three digits are no province and no country",
  },
  "ID.SHARED": {
    vi: "Một số định danh đứng ở nhiều tên khác nhau",
    en: "One identity number stands at several names",
  },
  "UNIT.MATCHED": {
    vi: "Tên đơn vị viết khác danh mục nhưng vẫn hiểu được",
    en: "The unit's name is written otherwise than on the list, but is understood",
  },
  "DATE.BEFORE_BIRTH": { vi: "Ngày tiêm trước ngày sinh", en: "The dose is before the birth" },
  "DATE.BEFORE_FIRST": {
    vi: "Ngày tiêm trước mũi đầu tiên ở Việt Nam",
    en: "The dose is before the first in Vietnam",
  },
  "LATE.ENTRY": { vi: "Nhập muộn sau khi tiêm", en: "Entered late after the dose" },
  "DOSE.GAP": { vi: "Có mũi sau nhưng thiếu mũi trước", en: "A later dose is there but not the one before" },
  "DOSE.TOO_SOON": { vi: "Tiêm sớm hơn khoảng cách tối thiểu", en: "Sooner after the dose before than allowed" },
  "DOSE.TOO_YOUNG": { vi: "Người tiêm chưa đủ tuổi của vắc xin", en: "The person was too young for the vaccine" },
  "DOSE.COUNT": { vi: "Số mũi của một người khác thường", en: "A person has an unusual number of doses" },
  "STOCK.NEGATIVE": { vi: "Số lượng tồn bị âm", en: "The stock is negative" },
  "STOCK.BALANCE": {
    vi: "Tồn kho không cân: tồn cuối khác số tính ra",
    en: "The stock does not balance: the closing stock differs from the computed one",
  },
  "DOSES.OVER_STOCK": { vi: "Sử dụng nhiều liều hơn số có trong kho", en: "More doses used than were in stock" },
  "NOT_ENTERED.NEGATIVE": {
    vi: "Số mũi đã nhập lớn hơn số mũi đã tiêm",
    en: "More doses are recorded than were given",
  },
  "NOT_ENTERED.DIFFERS": {
    vi: "Số mũi chưa nhập khác hiệu của số đã tiêm và số đã nhập",
    en: "Doses not entered differ from doses given less doses recorded",
  },
  "SUM.CHILDREN": {
    vi: "Số của đơn vị cấp trên khác tổng các đơn vị trực thuộc",
    en: "The parent's number differs from the sum of its children",
  },
  "CUMULATIVE.FALLS": { vi: "Số cộng dồn giảm so với kỳ trước", en: "A cumulative number falls" },
  "OUTLIER.VALUE": { vi: "Số lệch xa các đơn vị cùng cấp", en: "The number is far from those of sibling units" },
  "CHANGE.LARGE": { vi: "Số thay đổi nhiều so với kỳ trước", en: "A large change since the return before" },
  "DENOMINATOR.DIFFERS": {
    vi: "Dân số khác nguồn khác từ 10% trở lên",
    en: "The population differs from another source by 10% or more",
  },
  "RETURN.LATE": { vi: "Báo cáo nhận muộn", en: "The return was received late" },
  "EXPIRY.PASSED": { vi: "Lô còn tồn đã quá hạn dùng", en: "A lot in stock has expired" },
  "HEAPING.DAY": {
    vi: "Quá nhiều mũi rơi vào ngày 1, 15 hoặc cuối tháng",
    en: "Too many doses fall on the 1st, the 15th or the last day of a month",
  },
};
