import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, editions, senderStatuses } from "../vocabulary.ts";
import { asOfDay } from "./unit-columns.ts";

/** One unit whose published folder this report adds up, and what became of it. Grain: edition and unit of the sender. */
export const PublishedSender = z.strictObject({
  sender_code: z.string().register(columnMeta, { title: { vi: "Mã đơn vị gửi", en: "Code of the sender" } }),
  edition: z.enum(codesOf(editions)).register(columnMeta, {
    title: { vi: "Ấn bản danh mục của đơn vị gửi", en: "Edition of the sender's code" },
  }),
  name_vi: z.string().register(columnMeta, { title: { vi: "Đơn vị gửi", en: "Name in Vietnamese" } }),
  name_en: z.string().register(columnMeta, { title: { vi: "Tên tiếng Anh", en: "Name in English" } }),
  unit_code: z.string().register(columnMeta, {
    title: { vi: "Được cộng vào đơn vị", en: "Counted in unit" },
    description: {
      vi: "Đơn vị của báo cáo này: chính đơn vị gửi, hoặc đơn vị kế thừa sau sắp xếp",
      en: "A unit of this report: the sender itself, or the unit that succeeded it",
    },
  }),
  as_of: asOfDay(),
  status: z.enum(codesOf(senderStatuses)).register(columnMeta, { title: { vi: "Kết quả", en: "Outcome" } }),
  reason_code: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Mã lý do", en: "Reason" } }),
  reason_vi: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Lý do", en: "Reason in Vietnamese" } }),
  reason_en: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Lý do (tiếng Anh)", en: "Reason in English" } }),
  report: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Báo cáo của đơn vị gửi", en: "The sender's report" } }),
  public_key: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Khóa công khai", en: "Public key" } }),
  sha256: z
    .string()
    .nullable()
    .register(columnMeta, {
      title: { vi: "Mã băm của SHA256SUMS", en: "Hash of its SHA256SUMS" },
    }),
});
export type PublishedSender = z.infer<typeof PublishedSender>;
