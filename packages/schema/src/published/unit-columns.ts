import { z } from "zod";
import { columnMeta } from "../column-meta.ts";

/** The columns that say where, and as of which day, something is counted. */
export const unitCode = () => z.string().register(columnMeta, { title: { vi: "Mã đơn vị", en: "Unit code" } });

export const scope = () =>
  z.enum(["all", "at_this_level"]).register(columnMeta, {
    title: { vi: "Phạm vi", en: "Scope" },
    description: {
      vi: "all: cả các đơn vị trực thuộc; at_this_level: chưa rõ đơn vị cấp dưới",
      en: "all: with everything below; at_this_level: no lower unit is known",
    },
  });

export const asOfDay = () => z.iso.date().register(columnMeta, { title: { vi: "Số liệu tính đến ngày", en: "As of" } });

/** The day that a return is for, where it may differ from the report's. */
export const returnAsOf = () =>
  z.iso.date().register(columnMeta, { title: { vi: "Báo cáo tính đến ngày", en: "Returns as of" } });
