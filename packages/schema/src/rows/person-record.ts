import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { doseColumns } from "./dose-columns.ts";
import { corrects, identityColumns, residenceColumns } from "./parts.ts";

const optional = (vi: string, en: string, synonyms: string[] = [], example?: string) =>
  z
    .string()
    .max(300)
    .nullable()
    .register(columnMeta, { title: { vi, en }, synonyms, ...(example === undefined ? {} : { example }) });

/**
 * One row of the import form "PL1_Danh sach doi tuong tiem": a person. The doses stand beside each other in groups 1…n
 * and are rows of `PersonDose`. Source: the template of a deployed commune system.
 */
export const PersonRecord = z.strictObject({
  ...identityColumns(),
  priority_group: z
    .string()
    .max(100)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Mã nhóm đối tượng ưu tiên", en: "Priority group" },
      description: { vi: "1 đến 16", en: "1 to 16" },
      example: "9",
      synonyms: ["nhóm đối tượng", "mã nhóm đối tượng", "nhóm ưu tiên"],
    }),
  workplace: optional("Đơn vị công tác", "Workplace", ["nghề nghiệp"]),
  insurance_number: optional("Số thẻ BHYT", "Health-insurance number", ["mã số bhyt", "bhyt", "thẻ bhyt"]),
  ...residenceColumns(),
  address: optional("Địa chỉ chi tiết", "Address", ["địa chỉ", "nơi ở hiện tại"]),
  note: optional("Ghi chú", "Note"),
  corrects: corrects(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** One dose of a person record: one of the groups "Mũi 1", "Mũi 2", …, of which at least one cell is filled. */
export const PersonDose = z.strictObject(doseColumns());
export type PersonDose = z.infer<typeof PersonDose>;
