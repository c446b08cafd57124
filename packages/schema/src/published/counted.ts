import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import type { LocalText } from "../text.ts";
import { cellStatuses, codesOf } from "../vocabulary.ts";

/** Why the number beside it is missing, or what is to be known of it; blank where there is nothing to say. */
export const status = () =>
  z
    .enum(codesOf(cellStatuses))
    .nullable()
    .register(columnMeta, { title: { vi: "Trạng thái", en: "Status" } });

/** A count that may be hidden, and its status: the columns `<name>` and `<name>_status`. */
export function counted<Name extends string>(name: Name, vi: string, en: string, unit: LocalText) {
  const count = z.int().min(0).nullable().register(columnMeta, { title: { vi, en }, unit });
  return { [name]: count, [`${name}_status`]: status() } as Record<Name, typeof count> &
    Record<`${Name}_status`, ReturnType<typeof status>>;
}

export const people: LocalText = { vi: "người", en: "people" };
