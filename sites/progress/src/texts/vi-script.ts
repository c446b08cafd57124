/** Texts that scripts add to a page in Vietnamese; they travel with the scripts, so they are few. */
export const viScript = {
  filter: "Lọc theo tên",
  copyPage: "Chép liên kết trang này",
  copyLine: "Chép liên kết dòng này",
  copyChart: "Chép liên kết",
  copied: "Đã chép",
};

export type ScriptTexts = typeof viScript;
