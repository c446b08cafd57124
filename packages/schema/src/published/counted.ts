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
  return withStatus(name, z.int().min(0), vi, en, unit);
}

/** Any value that may be missing, and its status: the columns `<name>` and `<name>_status`. */
export function withStatus<Name extends string, Type extends z.ZodType>(
  name: Name,
  type: Type,
  vi: string,
  en: string,
  unit?: LocalText,
) {
  const value = type.nullable();
  // The registry resolves its meta by the type of the schema, which is not known here.
  columnMeta.add(value as z.ZodType, { title: { vi, en }, ...(unit === undefined ? {} : { unit }) });
  return { [name]: value, [`${name}_status`]: status() } as Record<Name, z.ZodNullable<Type>> &
    Record<`${Name}_status`, ReturnType<typeof status>>;
}

export const people: LocalText = { vi: "người", en: "people" };
export const doses: LocalText = { vi: "mũi", en: "doses" };
export const percent: LocalText = { vi: "%", en: "%" };
