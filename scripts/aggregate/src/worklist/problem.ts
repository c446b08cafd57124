/** Why somebody is on a list. */
export interface Found {
  ministry_class: string;
  /** Names of columns, or words that the police wrote, with commas between them. */
  wrong_fields: string | null;
  state: string;
}

const classWords: Readonly<Record<string, string>> = {
  a: "Thiếu số định danh",
  b: "Số định danh sai định dạng",
  c: "Thông tin chưa đúng",
};
const fieldWords: Readonly<Record<string, string>> = {
  full_name: "họ và tên",
  birth_date: "ngày sinh",
  sex: "giới tính",
  id_number: "số định danh",
};
const LONGEST = 300;

/** What is to be verified, in words for whoever holds the list: "Thông tin chưa đúng: ngày sinh, giới tính". */
export function problemWords({ ministry_class, wrong_fields, state }: Found): string {
  const fields = fieldsOf(wrong_fields);
  // The class says already that the number is wrong; what else is wrong is worth a word.
  const told = ministry_class === "c" ? fields : fields.filter((field) => field !== fieldWords.id_number);
  const link = ministry_class === "c" ? ": " : "; kiểm tra thêm: ";
  const again = state === "mismatched" ? "Xác thực lại chưa đúng. " : "";
  const why = ministry_class === "c" && told.length === 0 ? "Chưa khớp với CSDL quốc gia về dân cư" : null;
  const words =
    why ?? `${classWords[ministry_class] ?? ministry_class}${told.length === 0 ? "" : link}${told.join(", ")}`;
  return (again + words).slice(0, LONGEST);
}

function fieldsOf(wrong: string | null): string[] {
  const names = (wrong ?? "").split(/[,;]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== "").map((name) => fieldWords[name] ?? name.toLowerCase()))];
}
