import { z } from "zod";
import { type ColumnMeta, columnMeta } from "./column-meta.ts";

/** A column of a row schema, taken apart: the bare type, whether it may be blank, and its meta. */
export interface Column {
  name: string;
  type: z.core.$ZodType;
  nullable: boolean;
  meta: ColumnMeta;
}

const known = new WeakMap<z.ZodObject, readonly Column[]>();

/** The columns of a row schema in their order; `.nullable()` is taken off and remembered. */
export function columnsOf(schema: z.ZodObject): readonly Column[] {
  const columns = known.get(schema) ?? takeApart(schema);
  known.set(schema, columns);
  return columns;
}

function takeApart(schema: z.ZodObject): Column[] {
  return Object.entries(schema.shape).map(([name, outer]) => {
    const nullable = outer instanceof z.ZodNullable;
    const type = nullable ? outer.unwrap() : outer;
    return {
      name,
      type,
      nullable,
      meta: columnMeta.get(outer) ?? columnMeta.get(type) ?? { title: { vi: name, en: name } },
    };
  });
}
