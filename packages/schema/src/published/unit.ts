import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, editions, levels } from "../vocabulary.ts";

/** One administrative unit of the report: its root, the root's children, and every unit that has figures. */
export const PublishedUnit = z.strictObject({
  unit_code: z.string().register(columnMeta, { title: { vi: "Mã đơn vị", en: "Unit code" } }),
  edition: z
    .enum(codesOf(editions))
    .register(columnMeta, { title: { vi: "Ấn bản danh mục đơn vị", en: "Edition of the units" } }),
  level: z.enum(codesOf(levels)).register(columnMeta, { title: { vi: "Cấp", en: "Level" } }),
  parent_code: z
    .string()
    .nullable()
    .register(columnMeta, { title: { vi: "Mã đơn vị cấp trên", en: "Code of the parent" } }),
  name_vi: z.string().register(columnMeta, { title: { vi: "Tên đầy đủ", en: "Full name" } }),
  name_en: z.string().register(columnMeta, { title: { vi: "Tên tiếng Anh", en: "Name in English" } }),
  slug: z.string().register(columnMeta, { title: { vi: "Địa chỉ trang", en: "Address of the page" } }),
  figures: z
    .int()
    .min(0)
    .register(columnMeta, { title: { vi: "Số con số đã công bố", en: "Published figures" } }),
});
export type PublishedUnit = z.infer<typeof PublishedUnit>;
