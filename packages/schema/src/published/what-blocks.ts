import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { blockReasons, codesOf } from "../vocabulary.ts";
import { counted, people } from "./counted.ts";
import { scope, unitCode } from "./unit-columns.ts";

/** What the subjects of one unit that are not cleaned wait for. Grain: unit, scope and reason; the reasons add up. */
export const WhatBlocks = z.strictObject({
  unit_code: unitCode(),
  scope: scope(),
  reason: z.enum(codesOf(blockReasons)).register(columnMeta, { title: { vi: "Vướng ở", en: "Waits for" } }),
  ...counted("waiting", "Số đối tượng", "Subjects", people),
  ...counted("class_a", "Thiếu số định danh (nhóm a)", "No identity number (class a)", people),
  ...counted("class_b", "Số định danh sai định dạng (nhóm b)", "Wrong format of the number (class b)", people),
  ...counted("class_c", "Sai thông tin cơ bản (nhóm c)", "Wrong basic data (class c)", people),
});
export type WhatBlocks = z.infer<typeof WhatBlocks>;
