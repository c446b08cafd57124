import type { FormColumn } from "./form-columns.ts";
import { expectedIn } from "./form-validation.ts";
import { writtenExample } from "./form-vocabulary.ts";

/** The note on a header cell: what the column is, what it expects, an example; Vietnamese, then English. */
export function headerNote({ column, group }: FormColumn): string {
  const { meta, nullable } = column;
  const expected = expectedIn(column);
  const example = formExample(column);
  const inGroup = group === null ? { vi: "Bắt buộc.", en: "Mandatory." } : dose(group);
  const needed = nullable ? { vi: "Có thể để trống.", en: "May be blank." } : inGroup;
  const unit = meta.unit === undefined ? null : { vi: `Đơn vị: ${meta.unit.vi}.`, en: `Unit: ${meta.unit.en}.` };
  const lines = (lang: "vi" | "en") => [
    meta.description?.[lang],
    unit?.[lang],
    needed[lang],
    `${lang === "vi" ? "Cần" : "Expected"}: ${expected[lang]}.`,
    example === null ? undefined : `${lang === "vi" ? "Ví dụ" : "Example"}: ${example}`,
  ];
  return [meta.title.vi, ...lines("vi"), "", meta.title.en, ...lines("en")]
    .filter((line) => line !== undefined)
    .join("\n");
}

function dose(group: number) {
  return { vi: `Bắt buộc nếu đã tiêm mũi ${group}.`, en: `Mandatory if dose ${group} was given.` };
}

/** The example as a form shows it: dates as dd/mm/yyyy, terms in Vietnamese. */
export function formExample(column: FormColumn["column"]): string | null {
  const written = writtenExample(column);
  return written?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1") ?? null;
}
